using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Cli.Graphs;

/// <summary>Finds what a method of the same project returns.</summary>
internal static class ReturnedValue
{
    // "static RouteGroupBuilder Api(this WebApplication app) => app.MapGroup("/api");"
    /// <summary>Returns the only value that a call returns; <see langword="null"/> for several, or an unknown body.</summary>
    public static IOperation? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        return
            !method.IsVirtual
            && !method.IsAbstract
            && !method.IsOverride
            && method.DeclaringSyntaxReferences is [var declared]
            && call.SemanticModel?.Compilation is { } compilation
            && compilation.ContainsSyntaxTree(declared.SyntaxTree)
            && Expression(declared.GetSyntax()) is { } expression
            ? compilation.GetSemanticModel(expression.SyntaxTree).GetOperation(expression)
            : null;
    }

    private static ExpressionSyntax? Expression(SyntaxNode method)
    {
        var (arrow, body) = method switch
        {
            MethodDeclarationSyntax declaration => (declaration.ExpressionBody, declaration.Body),
            LocalFunctionStatementSyntax function => (function.ExpressionBody, function.Body),
            _ => (null, null),
        };
        return arrow?.Expression ?? (body is not null && Returns(body) is [var only] ? only.Expression : null);
    }

    private static List<ReturnStatementSyntax> Returns(BlockSyntax body) =>
        [
            .. body.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
                .OfType<ReturnStatementSyntax>(),
        ];
}
