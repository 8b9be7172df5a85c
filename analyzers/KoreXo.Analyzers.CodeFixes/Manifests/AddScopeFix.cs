using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.CodeFixes.Declarations;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>
/// Adds the missing scope of a call to the manifest, with one action for each alternative, credential and manifest, or declares it on the
/// caller.
/// </summary>
/// <remarks>
/// One provider does both, because <c>dotnet format</c> warns about every provider that cannot fix a whole solution, and the declaration
/// cannot.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddScopeFix))]
[Shared]
public sealed class AddScopeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ScopeRules.MissingScopeId, ScopeRules.EntryPointId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AddScopeFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (addition, rank) in AdditionRank.Of(diagnostic))
            {
                if (ManifestDocuments.At(solution, addition.Path).Any())
                {
                    context.RegisterCodeFix(Action(solution, addition, AdditionRank.Key(rank)), diagnostic);
                }
            }

            if (diagnostic.Id == ScopeRules.MissingScopeId)
            {
                await DeclareScopesAction.OfferAsync(context, diagnostic).ConfigureAwait(false);
            }
        }
    }

    private static CodeAction Action(Solution solution, ManifestAddition addition, string key) =>
        CodeAction.Create(
            Title(addition),
            cancellation =>
                ManifestDocuments.ChangeAsync(
                    solution,
                    addition.Path,
                    text => ManifestEditor.AddScopes(text, addition.Kind, addition.Scopes, addition.Resource),
                    cancellation
                ),
            key
        );

    /// <summary>Returns the title of the action that adds scopes.</summary>
    internal static string Title(ManifestAddition addition)
    {
        var scopes = string.Join(" and ", addition.Scopes.Select(static scope => $"'{scope}'"));
        var credential = ResourceScope.On(addition.Resource) + (addition.Kind.Length == 0 ? "" : $" ({addition.Kind})");
        return $"Add {scopes}{credential} in {ScopeManifest.FileTitle(addition.Path)}{ScopeManifest.FileSuffix}";
    }
}
