using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Calls;

/// <summary>Finds the span on which a call is reported.</summary>
internal static class CallLocation
{
    public static TextSpan Of(IOperation operation) =>
        operation switch
        {
            IEventAssignmentOperation assignment => OfName(assignment.EventReference.Syntax),
            IConversionOperation conversion => conversion.Operand.Syntax.Span,
            _ => OfSyntax(operation.Syntax),
        };

    private static TextSpan OfSyntax(SyntaxNode syntax) =>
        syntax switch
        {
            InvocationExpressionSyntax call => OfName(call.Expression),
            BaseObjectCreationExpressionSyntax creation => OfCreation(creation),
            ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword.Span,
            PrimaryConstructorBaseTypeSyntax initializer => OfName(initializer.Type),
            BinaryExpressionSyntax binary => binary.OperatorToken.Span,
            AssignmentExpressionSyntax assignment => assignment.OperatorToken.Span,
            PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Span,
            PostfixUnaryExpressionSyntax unary => unary.OperatorToken.Span,
            CommonForEachStatementSyntax loop => loop.ForEachKeyword.Span,
            ListPatternSyntax list => TextSpan.FromBounds(list.OpenBracketToken.SpanStart, list.CloseBracketToken.Span.End),
            LambdaExpressionSyntax lambda => lambda.ArrowToken.Span,
            QueryClauseSyntax or SelectOrGroupClauseSyntax => syntax.GetFirstToken().Span,
            _ => OfName(syntax),
        };

    private static TextSpan OfCreation(BaseObjectCreationExpressionSyntax creation) =>
        creation is ObjectCreationExpressionSyntax named ? OfName(named.Type) : creation.NewKeyword.Span;

    // The last name, without qualifiers and type arguments.
    private static TextSpan OfName(SyntaxNode syntax) =>
        syntax switch
        {
            SimpleNameSyntax name => name.Identifier.Span,
            MemberAccessExpressionSyntax member => OfName(member.Name),
            MemberBindingExpressionSyntax member => OfName(member.Name),
            QualifiedNameSyntax name => OfName(name.Right),
            AliasQualifiedNameSyntax name => OfName(name.Name),
            ElementAccessExpressionSyntax element => element.ArgumentList.Span,
            ElementBindingExpressionSyntax element => element.ArgumentList.Span,
            ImplicitElementAccessSyntax element => element.ArgumentList.Span,
            ParenthesizedExpressionSyntax parenthesized => OfName(parenthesized.Expression),
            ConditionalAccessExpressionSyntax conditional => OfName(conditional.WhenNotNull),
            PostfixUnaryExpressionSyntax suppressed => OfName(suppressed.Operand),
            _ => syntax.Span,
        };
}
