using KoreXo.Analyzers.Calls;
using KoreXo.Analyzers.Requirements;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>
/// Offers to declare scopes on the member that calls, or on the base of the member that overrides, so that its callers are checked
/// instead.
/// </summary>
internal static class DeclareScopesAction
{
    public static async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic)
    {
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || root is null)
        {
            return;
        }

        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var target =
            diagnostic.Id == ScopeRules.UndeclaredOverrideId
                ? Base(model, node, context.CancellationToken)
                : CallerDeclaration.Find(model, node, context.CancellationToken);
        if (
            target is { } found
            && ScopeAttributeEdit.Create(found.Symbol, found.Declaration, ScopeDeclaration.Read(diagnostic.Properties), model.Compilation)
                is { } edit
            && context.Document.Project.Solution.GetDocument(found.Declaration.SyntaxTree) is { } document
        )
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Declare [RequiresScopes] on '{MemberName.Full(found.Symbol)}'",
                    async cancellation =>
                        document.WithText((await document.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(edit)),
                    nameof(DeclareScopesAction)
                ),
                diagnostic
            );
        }
    }

    private static (ISymbol Symbol, SyntaxNode Declaration)? Base(SemanticModel model, SyntaxNode node, CancellationToken cancellation)
    {
        var member = node.AncestorsAndSelf()
            .Select(ancestor => model.GetDeclaredSymbol(ancestor, cancellation))
            .FirstOrDefault(static symbol => symbol is not null);
        foreach (var declared in member is null ? [] : OverrideRule.Declared(member))
        {
            if (declared.DeclaringSyntaxReferences is [var reference, ..])
            {
                return (declared, reference.GetSyntax(cancellation));
            }
        }

        return null;
    }
}
