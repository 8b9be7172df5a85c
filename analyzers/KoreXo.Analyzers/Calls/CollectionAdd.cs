using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Calls;

/// <summary>Finds the methods with which a collection expression fills a collection; the compiler does not expose them.</summary>
internal static class CollectionAdd
{
    // "Jobs jobs = [first, second];" calls Jobs.Add for each element, and Add may require a scope. The operation tree has no such call,
    // so the overload is looked for as the compiler would find it: the nearest type in the hierarchy with an Add that accepts the
    // element.
    public static IEnumerable<IMethodSymbol> Methods(ICollectionExpressionOperation collection)
    {
        // A builder method receives all elements in one call.
        if (
            collection is not { Type: INamedTypeSymbol type, ConstructMethod: null or { MethodKind: MethodKind.Constructor } }
            || collection.SemanticModel?.Compilation is not CSharpCompilation compilation
        )
        {
            return [];
        }

        var candidates = Candidates(type).ToList();
        return collection
            .Elements.Select(static element => element is ISpreadOperation spread ? spread.ElementType : Unconverted(element).Type)
            .Select(element =>
                candidates.FirstOrDefault(candidate =>
                    element is null || compilation.ClassifyConversion(element, candidate.Parameters[0].Type).IsImplicit
                )
            )
            .OfType<IMethodSymbol>()
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);
    }

    private static IOperation Unconverted(IOperation element) =>
        element is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : element;

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var method in level.GetMembers("Add").OfType<IMethodSymbol>())
            {
                if (
                    method is { IsStatic: false, Parameters: [{ RefKind: RefKind.None }, ..] parameters }
                    && parameters.Skip(1).All(static rest => rest.IsOptional)
                )
                {
                    yield return method;
                }
            }
        }
    }
}
