using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>Adds the scope that a call lacks to the manifest: one action for each alternative, credential and manifest.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddScopeFix))]
[Shared]
public sealed class AddScopeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ScopeRules.MissingScopeId, ScopeRules.EntryPointId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AddScopeFixAll.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (addition, rank) in AdditionRank.Of(diagnostic))
            {
                if (ManifestDocuments.At(solution, addition.Path).Any())
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(
                            Title(addition),
                            cancellation => ManifestDocuments.ChangeAsync(
                                solution, addition.Path, text => ManifestEditor.AddScopes(text, addition.Kind, addition.Scopes), cancellation),
                            AdditionRank.Key(rank)),
                        diagnostic);
                }
            }
        }

        return Task.CompletedTask;
    }

    private static string Title(ManifestAddition addition)
    {
        var scopes = string.Join(" and ", addition.Scopes.Select(static scope => $"'{scope}'"));
        var credential = addition.Kind.Length == 0 ? "" : $" ({addition.Kind})";
        return $"Add {scopes}{credential} in {ScopeManifest.FileTitle(addition.Path)}{ScopeManifest.FileSuffix}";
    }
}
