using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>Finds the interface members that a member implements.</summary>
internal static class InterfaceMembers
{
    public static IEnumerable<ISymbol> ImplementedBy(ISymbol member)
    {
        if (member.ContainingType is not { AllInterfaces: { IsEmpty: false } interfaces } type)
        {
            yield break;
        }

        // The name of an explicit implementation is prefixed with the name of the interface.
        var name = member.Name.Substring(member.Name.LastIndexOf('.') + 1);
        foreach (var @interface in interfaces)
        {
            foreach (var declared in @interface.GetMembers(name))
            {
                if (
                    declared.Kind == member.Kind
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member)
                )
                {
                    yield return declared;
                }
            }
        }
    }
}
