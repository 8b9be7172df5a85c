using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// The assemblies in which the attributes may occur: those that define them, and those that reference these. All others are never searched.
/// </summary>
internal sealed class AnnotatedAssemblies
{
    private readonly HashSet<IAssemblySymbol> _assemblies = new(SymbolEqualityComparer.Default);

    public AnnotatedAssemblies(Compilation compilation)
    {
        var defining = compilation
            .GetTypesByMetadataName("KoreXo." + ScopeAttributes.RequiresScopes)
            .Select(static type => type.ContainingAssembly)
            .ToImmutableArray();
        if (defining.IsEmpty)
        {
            return;
        }

        var names = new HashSet<string>(defining.Select(static assembly => assembly.Name), StringComparer.OrdinalIgnoreCase);
        _assemblies.UnionWith(defining);
        _assemblies.Add(compilation.Assembly);
        References =
        [
            .. compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly =>
                names.Contains(assembly.Name) || Knows(assembly, names)
            ),
        ];
        _assemblies.UnionWith(References);
    }

    /// <summary>Gets those of the assemblies that are references.</summary>
    public ImmutableArray<IAssemblySymbol> References { get; } = [];

    /// <summary>Gets a value indicating whether there is nothing to find.</summary>
    public bool IsEmpty => _assemblies.Count == 0;

    public bool Contains(IAssemblySymbol? assembly) => assembly is not null && _assemblies.Contains(assembly);

    private static bool Knows(IAssemblySymbol assembly, HashSet<string> names) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => names.Contains(reference.Name)));
}
