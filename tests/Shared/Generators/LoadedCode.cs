using System.Reflection;
using System.Runtime.Loader;

namespace KoreXo.Testing.Generators;

/// <summary>Compiled code in a context of its own.</summary>
public sealed class LoadedCode : IDisposable
{
    private readonly AssemblyLoadContext _context = new("emitted", isCollectible: true);

    public LoadedCode(Stream image) => Assembly = _context.LoadFromStream(image);

    public Assembly Assembly { get; }

    /// <summary>Calls a static method; exceptions come as they were thrown.</summary>
    public object? Call(string type, string method, params object?[] arguments) =>
        Assembly
            .GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    public void Dispose() => _context.Unload();
}
