using System.Reflection;
using System.Runtime.Loader;
using KoreXo.Generator;
using Microsoft.CodeAnalysis;

namespace KoreXo.Benchmarks.Generation;

/// <summary>
/// The generator and its parsers loaded anew, so that nothing of them is compiled yet; the compiler around it is warm, as in a build
/// server.
/// </summary>
internal sealed class FreshGenerator : AssemblyLoadContext
{
    private static readonly string[] Private = ["KoreXo.Generator", "KoreXo.OpenApi", "YamlDotNet"];

    private FreshGenerator()
        : base(isCollectible: true) { }

    public static (IIncrementalGenerator Generator, AssemblyLoadContext Context) Load()
    {
        var context = new FreshGenerator();
        var type = context
            .LoadFromAssemblyName(new AssemblyName("KoreXo.Generator"))
            .GetType(typeof(KoreXoGenerator).FullName!, throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!, context);
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Private.Contains(assemblyName.Name, StringComparer.Ordinal)
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
            : null;
}
