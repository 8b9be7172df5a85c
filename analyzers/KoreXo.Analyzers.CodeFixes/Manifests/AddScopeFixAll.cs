using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>Adds all missing scopes of a document, project or solution, and writes each manifest once.</summary>
internal sealed class AddScopeFixAll : FixAllProvider
{
    public static readonly AddScopeFixAll Instance = new();

    private AddScopeFixAll() { }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    // Declarations are not added here: two attributes on one member would be alternatives.
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult(
            AdditionRank.IsKey(fixAllContext.CodeActionEquivalenceKey)
                ? CodeAction.Create(
                    "Add the missing scopes to the manifests",
                    cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)),
                    nameof(AddScopeFixAll)
                )
                : null
        );

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var diagnostics = await FixAllDiagnostics.OfAsync(context).ConfigureAwait(false);
        var additions = diagnostics
            .SelectMany(diagnostic => AdditionRank.Chosen(diagnostic, context.CodeActionEquivalenceKey))
            .GroupBy(static addition => addition.Path, StringComparer.Ordinal);
        var solution = context.Solution;
        foreach (var ofManifest in additions)
        {
            solution = await ManifestDocuments
                .ChangeAsync(
                    solution,
                    ofManifest.Key,
                    text =>
                        ManifestAddition
                            .InOrder(ofManifest)
                            .Aggregate(
                                text,
                                static (current, addition) =>
                                    ManifestEditor.AddScopes(current, addition.Kind, addition.Scopes, addition.Resource)
                            ),
                    context.CancellationToken
                )
                .ConfigureAwait(false);
        }

        return solution;
    }
}
