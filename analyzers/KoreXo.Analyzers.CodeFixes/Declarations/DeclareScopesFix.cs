using System.Collections.Immutable;
using System.Composition;
using KoreXo.Analyzers.Calls;
using KoreXo.Analyzers.Requirements;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>Declares the scopes on the member that calls, or on the base of the member that overrides, so that its callers are checked instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareScopesFix))]
[Shared]
public sealed class DeclareScopesFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [ScopeRules.MissingScopeId, ScopeRules.UndeclaredOverrideId, ScopeRules.UndeclaredPublicMemberId];

    // Two calls of one member would add two attributes, which are alternatives: each must see what the other has added.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || root is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var target = diagnostic.Id == ScopeRules.UndeclaredOverrideId
                ? Base(model, node, context.CancellationToken)
                : CallerDeclaration.Find(model, node, context.CancellationToken);
            if (target is { } found
                && ScopeAttributeEdit.Create(found.Symbol, found.Declaration, ScopeDeclaration.Read(diagnostic.Properties), model.Compilation) is { } edit
                && context.Document.Project.Solution.GetDocument(found.Declaration.SyntaxTree) is { } document)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Declare [RequiresScopes] on '{MemberName.Full(found.Symbol)}'",
                        async cancellation => document.WithText((await document.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(edit)),
                        nameof(DeclareScopesFix)),
                    diagnostic);
            }
        }
    }

    private static (ISymbol Symbol, SyntaxNode Declaration)? Base(SemanticModel model, SyntaxNode node, CancellationToken cancellation)
    {
        if (node.AncestorsAndSelf().Select(ancestor => model.GetDeclaredSymbol(ancestor, cancellation)).FirstOrDefault(static symbol => symbol is not null) is not { } member)
        {
            return null;
        }

        foreach (var declared in OverrideRule.Declared(member))
        {
            if (declared.DeclaringSyntaxReferences is [var reference, ..])
            {
                return (declared, reference.GetSyntax(cancellation));
            }
        }

        return null;
    }
}
