using System.Reflection;
using System.Runtime.Loader;

namespace KoreXo.Testing.Generators;

/// <summary>Compiled code in a context of its own.</summary>
public sealed class LoadedCode : IDisposable
{
    private readonly AssemblyLoadContext _context = new("emitted", isCollectible: true);

    /// <summary>Initializes a new instance of the <see cref="LoadedCode"/> class.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="references">The assemblies that it refers to, other than those of this process.</param>
    public LoadedCode(byte[] image, params byte[][] references)
    {
        foreach (var reference in references)
        {
            Load(reference);
        }

        Assembly = Load(image);
    }

    public Assembly Assembly { get; }

    /// <summary>Calls a static method; exceptions come as they were thrown.</summary>
    public object? Call(string type, string method, params object?[] arguments) =>
        Assembly
            .GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    public void Dispose() => _context.Unload();

    private Assembly Load(byte[] image)
    {
        using var stream = new MemoryStream(image);
        return _context.LoadFromStream(stream);
    }
}
