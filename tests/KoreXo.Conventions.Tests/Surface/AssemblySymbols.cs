using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Conventions.Surface;

/// <summary>A built assembly as the compiler of a user sees it: nullability, defaults, documentation ids.</summary>
internal static class AssemblySymbols
{
    /// <summary>The assemblies that this process could load, other than our own.</summary>
    public static IReadOnlyList<MetadataReference> Platform { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("KoreXo", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static IAssemblySymbol Load(string project, string framework)
    {
        var own = Directory
            .GetFiles(Repository.Output(project, framework, ""), "KoreXo*.dll")
            .ToDictionary(
                static file => Path.GetFileNameWithoutExtension(file),
                static file => MetadataReference.CreateFromFile(file),
                StringComparer.Ordinal
            );
        var compilation = CSharpCompilation.Create("surface", references: [.. Platform, .. own.Values]);
        return (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own[project])!;
    }

    /// <summary>Types that users can name, nested ones after their owners, by name.</summary>
    public static IEnumerable<INamedTypeSymbol> VisibleTypes(INamespaceOrTypeSymbol owner)
    {
        foreach (var type in owner.GetTypeMembers().Where(IsVisible).OrderBy(static type => type.MetadataName, StringComparer.Ordinal))
        {
            yield return type;
            foreach (var nested in VisibleTypes(type))
            {
                yield return nested;
            }
        }

        if (owner is INamespaceSymbol space)
        {
            foreach (
                var type in space.GetNamespaceMembers().OrderBy(static inner => inner.Name, StringComparer.Ordinal).SelectMany(VisibleTypes)
            )
            {
                yield return type;
            }
        }
    }

    /// <summary>Members that users can name, without accessors and what the compiler adds to records.</summary>
    public static IEnumerable<ISymbol> VisibleMembers(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate
            ? []
            : type.GetMembers()
                .Where(member =>
                    IsVisible(member)
                    && member
                        is not (
                            INamedTypeSymbol
                            or IMethodSymbol
                            {
                                MethodKind: MethodKind.PropertyGet
                                    or MethodKind.PropertySet
                                    or MethodKind.EventAdd
                                    or MethodKind.EventRemove
                            }
                        )
                    && !member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute")
                    && !(type.IsValueType && member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true })
                );

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
