using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>
/// Removes a scope that an open manifest lists twice, and adds a scope that a library declares with <c>[UsesScopes]</c>. Available in
/// editors only: <c>dotnet format</c> does not fix additional files.
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
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ScopeRules.DuplicateScopeId, ScopeRules.LibraryScopeId];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Id == ScopeRules.DuplicateScopeId)
            {
                var span = diagnostic.Location.SourceSpan;
                var entry = new TextRange(span.Start, span.Length);
                Register(context, diagnostic, "Remove the second entry", text => ManifestEditor.RemoveScopes(text, [entry]));
                continue;
            }

            foreach (var addition in ManifestAddition.Read(diagnostic.Properties))
            {
                Register(
                    context,
                    diagnostic,
                    AddScopeFix.Title(addition),
                    text => ManifestEditor.AddScopes(text, addition.Kind, addition.Scopes)
                );
            }
        }

        return Task.CompletedTask;
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, Func<string, string> edit)
    {
        var document = context.TextDocument;
        context.RegisterCodeFix(
            CodeAction.Create(
                title,
                cancellation =>
                    ManifestDocuments.ChangeAsync(document.Project.Solution, document.FilePath ?? document.Name, edit, cancellation),
                title
            ),
            diagnostic
        );
    }
}
