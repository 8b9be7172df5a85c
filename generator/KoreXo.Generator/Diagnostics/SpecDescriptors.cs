using KoreXo.Diagnostics;
using KoreXo.OpenApi.Diagnostics;
using Microsoft.CodeAnalysis;

namespace KoreXo.Generator.Diagnostics;

/// <summary>All diagnostics about documents.</summary>
internal static class SpecDescriptors
{
    // Fields, since only those are seen by the rules that hold AnalyzerReleases.*.md against the descriptors.
    private static readonly DiagnosticDescriptor UnreadableRule = Rule(
        SpecRules.Unreadable,
        "The document cannot be read",
        "'{0}' is neither valid JSON nor valid YAML: {1}"
    );

    private static readonly DiagnosticDescriptor NotOpenApiRule = Rule(
        SpecRules.NotOpenApi,
        "The file is not an OpenAPI document",
        "'{0}' is not an OpenAPI document that can be used: {1}"
    );

    private static readonly DiagnosticDescriptor UnparsableRule = Rule(
        SpecRules.Unparsable,
        "The OpenAPI document contradicts its own format",
        "'{0}' cannot be understood as OpenAPI: {1}"
    );

    private static readonly DiagnosticDescriptor BrokenReferenceRule = Rule(
        SpecRules.BrokenReference,
        "A reference cannot be resolved",
        "The reference '{0}' {1}",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor DuplicateOperationRule = Rule(
        SpecRules.DuplicateOperation,
        "An operation id is used twice",
        "The operation id '{0}' is already taken; the operation is called '{1}'",
        DiagnosticSeverity.Info
    );

    private static readonly DiagnosticDescriptor InvalidExtensionRule = Rule(
        SpecRules.InvalidExtension,
        "An x- extension is wrong",
        "The extension '{0}' is invalid: {1}"
    );

    private static readonly DiagnosticDescriptor DuplicateClientRule = Rule(
        SpecRules.DuplicateClient,
        "Two documents have one client name",
        "The client '{0}' is already made from '{1}'; set ClientName or Namespace on one of the OpenApiSpec items"
    );

    private static readonly DiagnosticDescriptor NothingSelectedRule = Rule(
        SpecRules.NothingSelected,
        "A pattern selects no operation",
        "'{0}' in {1} matches no operation; correct it or remove it",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor UnsupportedRule = Rule(
        SpecRules.Unsupported,
        "A part of the document is not supported",
        "{0} is not supported; {1}",
        DiagnosticSeverity.Info
    );

    private static readonly DiagnosticDescriptor PathMismatchRule = Rule(
        SpecRules.PathMismatch,
        "A path and its parameters differ",
        "The path '{0}' and its parameters differ: {1}",
        DiagnosticSeverity.Info
    );

    private static readonly DiagnosticDescriptor InvalidOptionRule = Rule(
        SpecRules.InvalidOption,
        "An OpenApiSpec setting is wrong",
        "The OpenApiSpec setting {0} is invalid; use {1}"
    );

    private static readonly DiagnosticDescriptor UnknownScopeRule = Rule(
        SpecRules.UnknownScope,
        "A scope is not declared",
        "The scope '{0}' is not in x-known-scopes; add it there or correct its spelling"
    );

    private static readonly DiagnosticDescriptor CombinedSchemesRule = Rule(
        SpecRules.CombinedSchemes,
        "Two schemes are required together",
        "The schemes '{0}' are needed together; their scopes are taken together, on any credential",
        DiagnosticSeverity.Info
    );

    private static readonly DiagnosticDescriptor UndeclaredSchemeRule = Rule(
        SpecRules.UndeclaredScheme,
        "A security scheme is not declared",
        "The security scheme '{0}' is not declared in the document; {1}",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor UndeclaredScopeRule = Rule(
        SpecRules.UndeclaredScope,
        "An OAuth scope is not declared",
        "The scope '{0}' is not declared by any flow of its security scheme; {1}",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor LeftOutRule = Rule(
        SpecRules.LeftOut,
        "Parts of a document are left out",
        "'{0}' is not wholly supported: {1}",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor InvalidOverlayRule = Rule(
        SpecRules.InvalidOverlay,
        "An overlay cannot be applied",
        "Overlay '{0}': {1}",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor UnknownWordRule = Rule(
        SpecRules.UnknownWord,
        "A keyword is not part of OpenAPI",
        "{0} is not part of the document's version of OpenAPI; {1}",
        DiagnosticSeverity.Warning
    );

    private static readonly DiagnosticDescriptor TooLargeRule = Rule(
        SpecRules.TooLarge,
        "The document is too large",
        "'{0}' is too large: {1}"
    );

    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = new[]
    {
        UnreadableRule,
        NotOpenApiRule,
        UnparsableRule,
        BrokenReferenceRule,
        DuplicateOperationRule,
        InvalidExtensionRule,
        DuplicateClientRule,
        NothingSelectedRule,
        UnsupportedRule,
        PathMismatchRule,
        InvalidOptionRule,
        UnknownScopeRule,
        CombinedSchemesRule,
        UndeclaredSchemeRule,
        UndeclaredScopeRule,
        LeftOutRule,
        InvalidOverlayRule,
        UnknownWordRule,
        TooLargeRule,
    }.ToDictionary(static rule => rule.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor ById(string id) => Descriptors[id];

    private static DiagnosticDescriptor Rule(
        string id,
        string title,
        string message,
        DiagnosticSeverity defaultSeverity = DiagnosticSeverity.Error
    ) =>
        new(
            id,
            title,
            message + "{2}" + RuleHelp.Hint(id),
            "KoreXo.Documents",
            defaultSeverity,
            isEnabledByDefault: true,
            helpLinkUri: RuleHelp.Link(id)
        );
}
