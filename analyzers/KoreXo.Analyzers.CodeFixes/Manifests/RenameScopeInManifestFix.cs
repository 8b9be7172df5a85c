using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>
/// Corrects the spelling of a scope in an open manifest. Editors offer it; <c>dotnet format</c> does not fix additional files.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(RenameScopeInManifestFix),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".json"]
)]
[Shared]
public sealed class RenameScopeInManifestFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ScopeRules.UnknownScopeInManifestId];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (
                diagnostic.Properties.TryGetValue(UnknownScope.MeantKey, out var meant)
                && diagnostic.Properties.TryGetValue(UnknownScope.ScopeKey, out var scope)
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Change to '{meant}'",
                        cancellation =>
                            ManifestDocuments.ChangeAsync(
                                document.Project.Solution,
                                document.FilePath ?? document.Name,
                                text => ManifestEditor.RenameScope(text, scope!, meant!),
                                cancellation
                            ),
                        nameof(RenameScopeInManifestFix)
                    ),
                    diagnostic
                );
            }
        }

        return Task.CompletedTask;
    }
}
