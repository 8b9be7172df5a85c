using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Members;

/// <summary>Formats the names of members in messages.</summary>
internal static class MemberName
{
    /// <summary>Returns <c>Type.Member</c>; for a constructor, <c>Type.ctor</c>.</summary>
    public static string Full(ISymbol member)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
        {
            return "lambda expression";
        }

        var type = member.ContainingType;
        while (type is { ContainingType: { } outer } && !char.IsLetter(type.Name.FirstOrDefault()) && type.Name.FirstOrDefault() != '_')
        {
            // The members of an extension block are declared in an unnamed type.
            type = outer;
        }

        var name = Whole(member).Name;
        return type is null ? name : $"{type.Name}.{name.TrimStart('.')}";
    }

    /// <summary>Returns the name as written in the declaration.</summary>
    public static string Simple(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor }
            ? member.ContainingType.Name
            : Whole(member).Name;

    /// <summary>Returns the property or event of an accessor, or else the member itself.</summary>
    public static ISymbol Whole(ISymbol member) => (member as IMethodSymbol)?.AssociatedSymbol ?? member;
}
