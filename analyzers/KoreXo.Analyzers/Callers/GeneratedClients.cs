using KoreXo.Analyzers.Calls;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Callers;

/// <summary>Tells the code that our generator wrote: what it calls is the caller's business, since it hands its needs on.</summary>
internal static class GeneratedClients
{
    private const string Generator = "KoreXo.Generator";

    /// <summary>
    /// Tells whether the part of a member that lies in a file is the generator's. Users may add parts of their own to its types.
    /// </summary>
    public static bool Contain(ISymbol? member, SyntaxTree? tree)
    {
        for (
            var symbol = member is null ? null : MemberName.Whole(member);
            symbol is not null and not INamespaceSymbol;
            symbol = symbol.ContainingSymbol
        )
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (IsMark(attribute) && (symbol is not INamedTypeSymbol || attribute.ApplicationSyntaxReference?.SyntaxTree == tree))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsMark(AttributeData attribute) =>
        attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: Generator }, ..] };
}
