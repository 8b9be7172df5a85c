using System.Reflection;
using System.Runtime.Loader;
using KoreXo.Generator;
using Microsoft.CodeAnalysis;

namespace KoreXo.Benchmarks.Generation;

/// <summary>
/// Loads another copy of the generator and its parsers, none of whose methods has been compiled at run time. The compiler that calls it is
/// warm, as in a build server.
/// </summary>
internal sealed class FreshGenerator : AssemblyLoadContext
{
    private static readonly string[] Private = ["KoreXo.Generator", "KoreXo.OpenApi", "YamlDotNet"];

    private readonly string _folder;

    private FreshGenerator(string folder)
        : base(isCollectible: false) // precompiled code is ignored otherwise
    {
        _folder = folder;
    }

    /// <summary>Precompiled, as the compiler of the SDK takes it from the package, or as IL, as every other does.</summary>
    public static IIncrementalGenerator Load(bool precompiled)
    {
        var context = new FreshGenerator(Copy(precompiled ? Precompiled() : AppContext.BaseDirectory));
        var type = context
            .LoadFromAssemblyName(new AssemblyName("KoreXo.Generator"))
            .GetType(typeof(KoreXoGenerator).FullName!, throwOnError: true)!;
        return (IIncrementalGenerator)Activator.CreateInstance(type)!;
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Private.Contains(assemblyName.Name, StringComparer.Ordinal)
            ? LoadFromAssemblyPath(Path.Combine(_folder, assemblyName.Name + ".dll"))
            : null;

    // The runtime uses the precompiled code of a file only where it is loaded first.
    private static string Copy(string folder)
    {
        var copy = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "fresh", Guid.NewGuid().ToString("N"))).FullName;
        foreach (var name in Private)
        {
            File.Copy(Path.Combine(folder, name + ".dll"), Path.Combine(copy, name + ".dll"));
        }

        return copy;
    }

    private static string Precompiled() =>
        typeof(FreshGenerator)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "PrecompiledGenerator")
            .Value!;
}
