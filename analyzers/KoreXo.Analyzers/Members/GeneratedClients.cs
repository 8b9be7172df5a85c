using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Members;

/// <summary>
/// Recognizes code written by our generator. Its calls are not checked, since it passes its requirements on to its callers.
/// </summary>
internal static class GeneratedClients
{
    private const string Generator = "KoreXo.Generator";

    /// <summary>Returns whether the generator wrote the part of a member in a file. Users may add their own parts to its types.</summary>
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

    /// <summary>Returns whether the generator wrote all parts of a type.</summary>
    public static bool IsWritten(INamedTypeSymbol type)
    {
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            if (!Contain(type, part.SyntaxTree))
            {
                return false;
            }
        }

        return !type.DeclaringSyntaxReferences.IsEmpty;
    }

    private static bool IsMark(AttributeData attribute) =>
        attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: Generator }, ..] };
}
