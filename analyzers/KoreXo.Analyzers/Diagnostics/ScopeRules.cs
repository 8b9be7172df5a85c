using KoreXo.Diagnostics;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Diagnostics;

/// <summary>
/// All diagnostics about scopes. Ids below 1020 are reported live; from 1020 on they need the whole project and are reported by builds
/// only.
/// </summary>
internal static class ScopeRules
{
    public const string MissingScopeId = "KXO1001";
    public const string UnknownScopeInManifestId = "KXO1003";
    public const string UnreadableManifestId = "KXO1004";
    public const string DuplicateScopeId = "KXO1005";
    public const string UnknownScopeInAttributeId = "KXO1006";
    public const string UndeclaredOverrideId = "KXO1007";
    public const string EntryPointId = "KXO1008";
    public const string UndeclaredPublicMemberId = "KXO1009";
    public const string LibraryScopeId = "KXO1010";
    public const string StrayManifestId = "KXO1011";
    public const string UnusedScopeId = "KXO1020";
    public const string NoManifestId = "KXO1021";

    public static readonly DiagnosticDescriptor MissingScope = Rule(
        MissingScopeId,
        "Call needs a scope that the app does not hold",
        "'{0}' needs {1}, which app '{2}' does not hold"
    );

    public static readonly DiagnosticDescriptor UnknownScopeInManifest = Rule(
        UnknownScopeInManifestId,
        "Unknown scope in manifest",
        "{0} '{1}' is not known to any {2}{3}"
    );

    public static readonly DiagnosticDescriptor UnreadableManifest = Rule(
        UnreadableManifestId,
        "Scope manifest cannot be read",
        "Scope manifest cannot be read: {0}"
    );

    public static readonly DiagnosticDescriptor DuplicateScope = Rule(
        DuplicateScopeId,
        "Scope listed twice",
        "Scope '{0}' is already listed for this credential{1}",
        DiagnosticSeverity.Info
    );

    public static readonly DiagnosticDescriptor UnknownScopeInAttribute = Rule(
        UnknownScopeInAttributeId,
        "Unknown scope in attribute",
        "{0} '{1}' is not known to any {2}{3}"
    );

    public static readonly DiagnosticDescriptor UndeclaredOverride = Rule(
        UndeclaredOverrideId,
        "Override needs scopes that its base does not declare",
        "'{0}' needs {1}, which '{2}' does not declare"
    );

    public static readonly DiagnosticDescriptor EntryPoint = Rule(
        EntryPointId,
        "Nothing can satisfy a requirement on an entry point",
        "'{0}' is called by the runtime, so its [RequiresScopes] is checked against the manifest: {1} is not held by app '{2}'"
    );

    public static readonly DiagnosticDescriptor UndeclaredPublicMember = Rule(
        UndeclaredPublicMemberId,
        "Public member does not declare the scopes it needs",
        "'{0}' needs {1}; declare it on '{2}' so that callers in other assemblies are checked",
        DiagnosticSeverity.Info,
        isEnabledByDefault: false
    );

    public static readonly DiagnosticDescriptor LibraryScope = Rule(
        LibraryScopeId,
        "App lacks a scope that a library declares to use",
        "App '{0}' does not hold {1}, which '{2}' declares to use"
    );

    public static readonly DiagnosticDescriptor StrayManifest = Rule(
        StrayManifestId,
        "File looks like a scope manifest but is not used",
        "'{0}' is not used as a scope manifest: {1}"
    );

    public static readonly DiagnosticDescriptor UnusedScope = Rule(
        UnusedScopeId,
        "Scope is held but never needed",
        "App '{0}' holds {1}, but nothing in this project needs it",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor NoManifest = Rule(
        NoManifestId,
        "Project calls scoped APIs but has no scope manifest",
        "This project needs {0} but has no *.scopes.json; run 'korexo scopes init'",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        WellKnownDiagnosticTags.CompilationEnd
    );

    private static DiagnosticDescriptor Rule(
        string id,
        string title,
        string message,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning,
        bool isEnabledByDefault = true,
        params string[] tags
    ) =>
        new(
            id,
            title,
            message + RuleHelp.Hint(id),
            "ApiScopes",
            severity,
            isEnabledByDefault,
            helpLinkUri: RuleHelp.Link(id),
            customTags: tags
        );
}
