using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Analyzers.CodeFixes.Declarations;

/// <summary>Finds the member that could declare the scopes that a call needs.</summary>
internal static class CallerDeclaration
{
    /// <returns><see langword="null"/> where an attribute would not help: in a lambda, in top-level code, on a member that the runtime
    /// calls, and on a member that nothing calls, where it would only hide the missing scope.</returns>
    public static (ISymbol Symbol, SyntaxNode Declaration)? Find(SemanticModel model, SyntaxNode call, CancellationToken cancellation)
    {
        foreach (var node in call.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax
                or GlobalStatementSyntax
                or BaseTypeDeclarationSyntax
                or BaseFieldDeclarationSyntax
                or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                    return null;
                case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax }:
                    return Check(model, node.Parent!, cancellation);
                case LocalFunctionStatementSyntax or AccessorDeclarationSyntax or BaseMethodDeclarationSyntax:
                    return Check(model, node, cancellation);
            }
        }

        return null;
    }

    private static (ISymbol Symbol, SyntaxNode Declaration)? Check(
        SemanticModel model,
        SyntaxNode declaration,
        CancellationToken cancellation
    )
    {
        if (
            model.GetDeclaredSymbol(declaration, cancellation) is not { } member
            || RuntimeCalls.Reaches(member, model.Compilation.GetEntryPoint(cancellation))
            || !IsCalled(model, member, cancellation)
        )
        {
            return null;
        }

        return (member, declaration);
    }

    private static bool IsCalled(SemanticModel model, ISymbol member, CancellationToken cancellation)
    {
        if (
            member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.NotApplicable)
            || member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        )
        {
            return true;
        }

        var whole = MemberName.Whole(member);
        return member.ContainingType.DeclaringSyntaxReferences.Any(part =>
            part.GetSyntax(cancellation)
                .DescendantNodes()
                .OfType<SimpleNameSyntax>()
                .Any(name =>
                    name.Identifier.ValueText == whole.Name
                    && SymbolEqualityComparer.Default.Equals(
                        RequirementReader.Definition(
                            model.Compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol
                                ?? model.Compilation.Assembly
                        ),
                        whole.OriginalDefinition
                    )
                )
        );
    }
}
