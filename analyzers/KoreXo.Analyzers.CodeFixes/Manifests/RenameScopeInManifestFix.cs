using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>
/// Corrects the spelling of a scope or of a kind of credential in an open manifest. Available in editors only: <c>dotnet format</c> does
/// not fix additional files.
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
        foreach (var diagnostic in context.Diagnostics)
        {
            if (
                diagnostic.Properties.TryGetValue(UnknownName.MeantKey, out var meant)
                && diagnostic.Properties.TryGetValue(UnknownName.NameKey, out var name)
            )
            {
                var isCredential =
                    diagnostic.Properties.TryGetValue(UnknownName.NounKey, out var noun) && noun == UnknownName.CredentialNoun;
                ManifestAction.Register(
                    context,
                    diagnostic,
                    $"Change to '{meant}'",
                    text =>
                        isCredential
                            ? ManifestEditor.RenameCredential(text, name!, meant!)
                            : ManifestEditor.RenameScope(text, name!, meant!)
                );
            }
        }

        return Task.CompletedTask;
    }
}
