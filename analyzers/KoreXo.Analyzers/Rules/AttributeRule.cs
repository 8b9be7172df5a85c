using KoreXo.Analyzers.Callers;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>KXO1006: an attribute of the user's own names a scope that no API knows.</summary>
internal sealed class AttributeRule(ScopeProject project)
{
    public void Check(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (
            attribute.ArgumentList is not { Arguments.Count: > 0 } arguments
            || context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is not { ContainingType: var type }
            || !NamesScopes(type)
            || GeneratedClients.Contain(Target(attribute, context), attribute.SyntaxTree)
        )
        {
            return;
        }

        foreach (var argument in arguments.Arguments)
        {
            if (argument.NameEquals is null)
            {
                foreach (var text in Texts(argument.Expression))
                {
                    Check(text, context);
                }
            }
        }
    }

    private static bool NamesScopes(INamedTypeSymbol type) =>
        ScopeAttributes.Is(type, ScopeAttributes.RequiresScopes)
        || ScopeAttributes.Is(type, ScopeAttributes.ScopeGuard)
        || ScopeAttributes.Is(type, ScopeAttributes.UsesScopes);

    private void Check(ExpressionSyntax text, SyntaxNodeAnalysisContext context)
    {
        if (context.SemanticModel.GetConstantValue(text, context.CancellationToken) is not { HasValue: true, Value: string scope })
        {
            return;
        }

        project.Uses.AddNamed([scope]);
        if (UnknownScope.Find(scope, project.Catalog) is { } unknown)
        {
            context.ReportDiagnostic(unknown.Report(ScopeRules.UnknownScopeInAttribute, text.GetLocation()));
        }
    }

    // A list may be spelt out, or be the one argument.
    private static IEnumerable<ExpressionSyntax> Texts(ExpressionSyntax argument) =>
        argument switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            CollectionExpressionSyntax collection => collection
                .Elements.OfType<ExpressionElementSyntax>()
                .Select(static element => element.Expression),
            _ => [argument],
        };

    private static ISymbol? Target(AttributeSyntax attribute, SyntaxNodeAnalysisContext context)
    {
        // Parent of the list: the declaration. Fields are declared by their variables.
        var declaration = attribute.Parent?.Parent;
        declaration = declaration is BaseFieldDeclarationSyntax field ? field.Declaration.Variables.FirstOrDefault() : declaration;
        return declaration is null or CompilationUnitSyntax
            ? null
            : context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) ?? context.ContainingSymbol;
    }
}
