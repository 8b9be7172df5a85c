using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Calls;

/// <summary>Names members in messages.</summary>
internal static class MemberName
{
    /// <summary>Gives <c>Type.Member</c>; a constructor is <c>Type.ctor</c>.</summary>
    public static string Full(ISymbol member)
    {
        if (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
        {
            return "lambda expression";
        }

        var type = member.ContainingType;
        while (type is { ContainingType: { } outer } && !char.IsLetter(type.Name.FirstOrDefault()) && type.Name.FirstOrDefault() != '_')
        {
            // The members of an extension block lie in a type without a name.
            type = outer;
        }

        var name = Whole(member).Name;
        return type is null ? name : $"{type.Name}.{name.TrimStart('.')}";
    }

    /// <summary>Gives the name that a developer sees at the declaration.</summary>
    public static string Simple(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor }
            ? member.ContainingType.Name
            : Whole(member).Name;

    /// <summary>Gives the property or event of an accessor, else the member itself.</summary>
    public static ISymbol Whole(ISymbol member) => (member as IMethodSymbol)?.AssociatedSymbol ?? member;
}
