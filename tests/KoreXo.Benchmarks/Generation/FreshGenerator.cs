using System.Reflection;
using System.Runtime.Loader;
using KoreXo.Generator;
using Microsoft.CodeAnalysis;

namespace KoreXo.Benchmarks.Generation;

/// <summary>
/// The generator and its parsers loaded anew, so that nothing of them is compiled at run time yet; the compiler around it is warm, as in a
/// build server.
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

    /// <summary>The files elsewhere, since the precompiled code of a file is used only by the first that loads it.</summary>
    private static string Copy(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("korexo-fresh-").FullName;
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
