using KoreXo.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>KXO1001 for implicit calls of a base constructor, which are in no operation block.</summary>
internal sealed class BaseConstructorRule(ScopeProject project, MissingScopeRule calls)
{
    public void Check(SymbolAnalysisContext context)
    {
        if (
            context.Symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class, BaseType: { } baseType } type
            || !project.Requirements.MayBeKnown(baseType)
            || BaseConstructor(type, baseType) is not { } called
            || project.Requirements.Of(called) is not { } need
        )
        {
            return;
        }

        foreach (var constructor in type.InstanceConstructors)
        {
            if (
                !IsCopy(constructor)
                && !HasInitializer(constructor, context.CancellationToken)
                && constructor.Locations.FirstOrDefault() is { SourceTree: { } tree } location
            )
            {
                var syntax = location.SourceTree.GetRoot(context.CancellationToken);
                calls.CheckUnguarded([new ScopedCall(called, need, location.SourceSpan, null, syntax)], constructor, tree, context);
            }
        }
    }

    // The constructor that overload resolution picks for no arguments.
    private IMethodSymbol? BaseConstructor(INamedTypeSymbol type, INamedTypeSymbol baseType) =>
        baseType
            .InstanceConstructors.Where(candidate =>
                candidate.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams)
            )
            .Where(candidate => project.Compilation.IsSymbolAccessibleWithin(candidate, type))
            .OrderBy(static candidate => candidate.Parameters.Length)
            .FirstOrDefault();

    private static bool HasInitializer(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) switch
            {
                ConstructorDeclarationSyntax declaration => declaration.Initializer is not null,
                TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax, ..] } => true,
                _ => false,
            }
        );

    // The copy constructor of a record calls that of its base record.
    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor is { ContainingType.IsRecord: true, Parameters: [{ Type: var type }] }
        && SymbolEqualityComparer.Default.Equals(type, constructor.ContainingType);
}
