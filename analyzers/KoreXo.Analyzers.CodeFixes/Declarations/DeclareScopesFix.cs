using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>Declares the scopes for the rules that report a missing declaration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareScopesFix))]
[Shared]
public sealed class DeclareScopesFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [ScopeRules.UndeclaredOverrideId, ScopeRules.UndeclaredPublicMemberId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DeclareScopesFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            await DeclareScopesAction.OfferAsync(context, diagnostic).ConfigureAwait(false);
        }
    }
}
