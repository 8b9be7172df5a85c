using System.Collections.Immutable;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>Finds the members on which scopes have to be declared so that every caller is checked.</summary>
internal static class DeclarationTargets
{
    /// <returns>The declarations; empty if one of them is not in source or would not help.</returns>
    public static ImmutableArray<(ISymbol Symbol, SyntaxNode Declaration)> Find(
        Diagnostic diagnostic,
        SemanticModel model,
        SyntaxNode node,
        CancellationToken cancellation
    )
    {
        if (diagnostic.Id == ScopeRules.UndeclaredOverrideId)
        {
            var member = node.AncestorsAndSelf()
                .Select(ancestor => model.GetDeclaredSymbol(ancestor, cancellation))
                .FirstOrDefault(static symbol => symbol is not null);
            var bases = member is null ? [] : OverrideRule.Declared(member).Where(static declared => IsInSource(declared)).Take(1);
            return [.. bases.Select(declared => (declared, Declaration(declared, cancellation)))];
        }

        if (CallerDeclaration.Find(model, node, cancellation) is not { } caller)
        {
            return [];
        }

        // A method that implements an interface is called through the interface, where its own attribute is not seen. The declaration
        // belongs on the interface; if that is in another assembly, a fix would not help, and none is offered.
        var whole = MemberName.Whole(caller.Symbol);
        var declaredBy = OverrideRule.Declared(whole).ToList();
        if (!declaredBy.TrueForAll(IsInSource))
        {
            return [];
        }

        // An override inherits the requirement of its base, and so does an implementation that is visible only in its own assembly.
        var targets = declaredBy.Select(declared => (declared, Declaration(declared, cancellation)));
        var inherits =
            declaredBy.Count > 0 && (RequirementReader.Overridden(whole) is not null || !PublicApi.Contains(whole.ContainingType));
        return [.. targets, .. inherits ? [] : new[] { caller }];
    }

    private static bool IsInSource(ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty;

    private static SyntaxNode Declaration(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
}
