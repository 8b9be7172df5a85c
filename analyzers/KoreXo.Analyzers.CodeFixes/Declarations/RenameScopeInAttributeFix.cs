using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>Corrects the spelling of a scope, a kind of credential or an app in an attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameScopeInAttributeFix))]
[Shared]
public sealed class RenameScopeInAttributeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ScopeRules.UnknownScopeInAttributeId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // The value of a constant is spelled at its declaration, which may be anywhere.
            if (
                diagnostic.Properties.TryGetValue(UnknownName.MeantKey, out var meant)
                && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Change to '{meant}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(literal, Renamed(literal, meant!)))),
                        nameof(RenameScopeInAttributeFix)
                    ),
                    diagnostic
                );
            }
        }
    }

    private static LiteralExpressionSyntax Renamed(LiteralExpressionSyntax literal, string scope) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(scope)).WithTriviaFrom(literal);
}
