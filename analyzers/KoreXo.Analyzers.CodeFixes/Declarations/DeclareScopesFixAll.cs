using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>
/// Declares the scopes that members need, once per member. Two attributes on a member are alternatives, so the requirements of two calls
/// are combined into one: if one call needs <c>a</c> and another <c>b</c>, the member requires both.
/// </summary>
internal sealed class DeclareScopesFixAll : FixAllProvider
{
    public static readonly DeclareScopesFixAll Instance = new();

    private DeclareScopesFixAll() { }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(
            CodeAction.Create(
                "Declare the scopes that members need",
                cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)),
                nameof(DeclareScopesFixAll)
            )
        );

    private static async Task<Solution> FixAsync(FixAllContext context)
    {
        var cancellation = context.CancellationToken;
        var needs = new Dictionary<SyntaxNode, (ISymbol Symbol, Compilation Compilation, ImmutableArray<ScopeAlternative> Needed)>();
        foreach (var diagnostic in await FixAllDiagnostics.OfAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            {
                continue;
            }

            var needed = ScopeDeclaration.Read(diagnostic.Properties);
            var (targets, compilation) = await DeclareScopesAction.TargetsAsync(document, diagnostic, cancellation).ConfigureAwait(false);
            foreach (var (symbol, declaration) in targets)
            {
                needs[declaration] = needs.TryGetValue(declaration, out var known)
                    ? known with
                    {
                        Needed = Both(known.Needed, needed),
                    }
                    : (symbol, compilation!, needed);
            }
        }

        var edits = needs.SelectMany(need =>
            DeclareScopesAction.Edits(context.Solution, [(need.Value.Symbol, need.Key)], need.Value.Needed, need.Value.Compilation)
        );
        return await DeclareScopesAction.ApplyAsync(context.Solution, edits, cancellation).ConfigureAwait(false);
    }

    // Whichever alternative a caller satisfies must suffice for both calls.
    private static ImmutableArray<ScopeAlternative> Both(ImmutableArray<ScopeAlternative> first, ImmutableArray<ScopeAlternative> second)
    {
        var both = new Dictionary<string, ScopeAlternative>(StringComparer.Ordinal);
        foreach (var one in first)
        {
            foreach (var other in second)
            {
                if (one.Credential is null || other.Credential is null || one.Credential == other.Credential)
                {
                    ImmutableArray<string> scopes = [.. one.Scopes.Union(other.Scopes, StringComparer.Ordinal)];
                    var credential = one.Credential ?? other.Credential;
                    var resource = one.Resource == other.Resource ? one.Resource : null;
                    both[$"{credential}\t{resource}\t{string.Join("\t", scopes.OrderBy(static scope => scope, StringComparer.Ordinal))}"] =
                        new ScopeAlternative(scopes, credential, IsConditional: false) { Resource = resource };
                }
            }
        }

        return [.. both.Values];
    }
}
