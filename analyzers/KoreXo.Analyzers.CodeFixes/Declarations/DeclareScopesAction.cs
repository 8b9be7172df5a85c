using System.Collections.Immutable;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>
/// Offers to declare scopes on the calling member, on the interface member that it implements, or on the base member that it overrides, so
/// that their callers are checked instead.
/// </summary>
internal static class DeclareScopesAction
{
    public static async Task OfferAsync(CodeFixContext context, Diagnostic diagnostic)
    {
        var solution = context.Document.Project.Solution;
        var edits = await EditsAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
        if (!edits.IsEmpty)
        {
            var names = edits.Select(static edit => $"'{MemberName.Full(edit.Member)}'").Distinct(StringComparer.Ordinal);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Declare [RequiresScopes] on {string.Join(" and ", names)}",
                    cancellation => ApplyAsync(solution, edits, cancellation),
                    nameof(DeclareScopesAction)
                ),
                diagnostic
            );
        }
    }

    private static async Task<ImmutableArray<DeclarationEdit>> EditsAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        var needed = ScopeDeclaration.Read(diagnostic.Properties);
        var targets = await TargetsAsync(document, diagnostic, cancellation).ConfigureAwait(false);
        return Edits(document.Project.Solution, targets.Targets, needed, targets.Compilation);
    }

    /// <summary>Finds the members on which to declare the scopes of a diagnostic.</summary>
    public static async Task<(ImmutableArray<(ISymbol Symbol, SyntaxNode Declaration)> Targets, Compilation? Compilation)> TargetsAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellation
    )
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (model is null || root is null)
        {
            return ([], null);
        }

        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return (DeclarationTargets.Find(diagnostic, model, node, cancellation), model.Compilation);
    }

    /// <returns>The edits; empty if attributes cannot express the requirement on one of the targets.</returns>
    public static ImmutableArray<DeclarationEdit> Edits(
        Solution solution,
        ImmutableArray<(ISymbol Symbol, SyntaxNode Declaration)> targets,
        ImmutableArray<ScopeAlternative> needed,
        Compilation? compilation
    )
    {
        var edits = ImmutableArray.CreateBuilder<DeclarationEdit>();
        foreach (var (symbol, declaration) in targets)
        {
            if (
                compilation is null
                || ScopeAttributeEdit.Create(symbol, declaration, needed, compilation) is not { } changes
                || solution.GetDocument(declaration.SyntaxTree) is not { } document
            )
            {
                return [];
            }

            if (!changes.IsEmpty)
            {
                edits.Add(new DeclarationEdit(symbol, document.Id, changes));
            }
        }

        return edits.ToImmutable();
    }

    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<DeclarationEdit> edits, CancellationToken cancellation)
    {
        foreach (var ofDocument in edits.GroupBy(static edit => edit.Document))
        {
            var text = await solution.GetDocument(ofDocument.Key)!.GetTextAsync(cancellation).ConfigureAwait(false);
            var changes = ofDocument.SelectMany(static edit => edit.Changes).OrderBy(static change => change.Span.Start);
            solution = solution.WithDocumentText(ofDocument.Key, text.WithChanges(changes));
        }

        return solution;
    }

    /// <summary>The attribute changes for one member.</summary>
    public sealed record DeclarationEdit(ISymbol Member, DocumentId Document, ImmutableArray<TextChange> Changes);
}
