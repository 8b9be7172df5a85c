using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>
/// Removes a scope that an open manifest lists twice, adds a scope that a library declares with <c>[UsesScopes]</c>, and moves a file that
/// is meant as a manifest to where it is one. Available in editors only: <c>dotnet format</c> does not fix additional files.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(RepairManifestFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"]
)]
[Shared]
public sealed class RepairManifestFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [ScopeRules.DuplicateScopeId, ScopeRules.LibraryScopeId, ScopeRules.StrayManifestId];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Id == ScopeRules.StrayManifestId)
            {
                RegisterMove(context, diagnostic);
            }
            else if (diagnostic.Id == ScopeRules.DuplicateScopeId)
            {
                var span = diagnostic.Location.SourceSpan;
                var entry = new TextRange(span.Start, span.Length);
                ManifestAction.Register(context, diagnostic, "Remove the second entry", text => ManifestEditor.RemoveScopes(text, [entry]));
            }

            foreach (var addition in ManifestAddition.Read(diagnostic.Properties))
            {
                ManifestAction.Register(
                    context,
                    diagnostic,
                    AddScopeFix.Title(addition),
                    text => ManifestEditor.AddScopes(text, addition.Kind, addition.Scopes, addition.Resource)
                );
            }
        }

        return Task.CompletedTask;
    }

    private static void RegisterMove(CodeFixContext context, Diagnostic diagnostic)
    {
        var document = context.TextDocument;
        if (
            diagnostic.Properties.TryGetValue(StrayManifestRule.PathKey, out var path)
            && path is not null
            && !ManifestDocuments.At(document.Project.Solution, path).Any()
        )
        {
            var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
            var title = document.Name == name ? $"Move '{name}' beside the project file" : $"Rename to '{name}'";
            context.RegisterCodeFix(
                CodeAction.Create(title, cancellation => ManifestDocuments.MoveAsync(document, name, path, cancellation), title),
                diagnostic
            );
        }
    }
}
