using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>
/// KXO1006: an attribute in user code names a scope or a kind of credential that no API knows, or an app without a manifest.
/// </summary>
internal sealed class AttributeRule(ScopeProject project)
{
    public void Check(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (
            attribute.ArgumentList is not { Arguments.Count: > 0 } arguments
            || !MayHaveNames(attribute.Name)
            || context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is not { ContainingType: var type }
            || !HasNames(type)
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
                    Check(text, Constant(text, context), ScopeAttributes.Is(type, ScopeAttributes.ScopeApp), context);
                }
            }
            else if (Constant(argument.Expression, context) is { } name)
            {
                CheckNamed(argument.NameEquals.Name.Identifier.ValueText, name, attribute, argument.Expression, context);
            }
        }
    }

    private void CheckNamed(
        string property,
        string name,
        AttributeSyntax attribute,
        ExpressionSyntax text,
        SyntaxNodeAnalysisContext context
    )
    {
        if (property == "Credential")
        {
            Report(UnknownName.OfCredential(name, project.CredentialKinds), text, context);
        }
        else if (property == ScopeAttributes.ResourceParameterName)
        {
            var member = attribute.Parent?.Parent is AnonymousFunctionExpressionSyntax lambda
                ? context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol
                : Target(attribute, context);
            Report(UnknownName.OfParameter(name, member), text, context);
        }
    }

    // A qualified name cannot be an alias, and is recognized without binding it; emitted code has thousands.
    private static bool MayHaveNames(NameSyntax name) =>
        name is not QualifiedNameSyntax { Right.Identifier.ValueText: var last }
        || ScopeAttributes.RequiresScopes.StartsWith(last, StringComparison.Ordinal)
        || ScopeAttributes.ScopeGuard.StartsWith(last, StringComparison.Ordinal)
        || ScopeAttributes.UsesScopes.StartsWith(last, StringComparison.Ordinal)
        || ScopeAttributes.ScopeApp.StartsWith(last, StringComparison.Ordinal);

    private static bool HasNames(INamedTypeSymbol type) =>
        ScopeAttributes.Is(type, ScopeAttributes.RequiresScopes)
        || ScopeAttributes.Is(type, ScopeAttributes.ScopeGuard)
        || ScopeAttributes.Is(type, ScopeAttributes.UsesScopes)
        || ScopeAttributes.Is(type, ScopeAttributes.ScopeApp);

    private void Check(ExpressionSyntax text, string? name, bool isApp, SyntaxNodeAnalysisContext context)
    {
        if (name is null)
        {
            return;
        }

        if (isApp)
        {
            Report(UnknownName.OfApp(name, project.Apps), text, context);
            return;
        }

        project.Uses.AddNamed([name]);
        Report(UnknownName.OfScope(name, project.Catalog), text, context);
    }

    private static string? Constant(ExpressionSyntax text, SyntaxNodeAnalysisContext context) =>
        context.SemanticModel.GetConstantValue(text, context.CancellationToken) is { HasValue: true, Value: string value } ? value : null;

    private static void Report(UnknownName? unknown, ExpressionSyntax text, SyntaxNodeAnalysisContext context)
    {
        if (unknown is not null)
        {
            context.ReportDiagnostic(unknown.Report(ScopeRules.UnknownScopeInAttribute, text.GetLocation()));
        }
    }

    // The strings may be separate arguments, or one argument that is a list.
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
        // The parent of the attribute list is the declaration; fields are declared by their variables.
        var declaration = attribute.Parent?.Parent;
        declaration = declaration is BaseFieldDeclarationSyntax field ? field.Declaration.Variables.FirstOrDefault() : declaration;
        return declaration is null or CompilationUnitSyntax
            ? null
            : context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) ?? context.ContainingSymbol;
    }
}
