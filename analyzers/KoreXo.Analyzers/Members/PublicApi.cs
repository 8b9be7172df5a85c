using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Members;

/// <summary>Determines what other assemblies can call.</summary>
internal static class PublicApi
{
    public static bool Contains(ISymbol member)
    {
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol is IModuleSymbol or IAssemblySymbol)
            {
                break;
            }

            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
