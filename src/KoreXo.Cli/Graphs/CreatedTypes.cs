using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Graphs;

/// <summary>Finds the types that generic code can create with "new T()".</summary>
internal static class CreatedTypes
{
    /// <summary>Returns the type arguments of a member and of the types around it whose parameters have the constraint "new()".</summary>
    public static IEnumerable<INamedTypeSymbol> Of(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { IsGenericMethod: true } method)
        {
            foreach (var type in Of(method.TypeParameters, method.TypeArguments))
            {
                yield return type;
            }
        }

        for (var outer = symbol as INamedTypeSymbol ?? symbol.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            foreach (var type in Of(outer.TypeParameters, outer.TypeArguments))
            {
                yield return type;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Of(
        ImmutableArray<ITypeParameterSymbol> parameters,
        ImmutableArray<ITypeSymbol> arguments
    ) =>
        parameters
            .Zip(arguments)
            .Where(static pair => pair.First.HasConstructorConstraint)
            .Select(static pair => pair.Second)
            .OfType<INamedTypeSymbol>();
}
