using System.Reflection;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>A folder of documents that a test may edit, gone after it.</summary>
internal sealed class SpecFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("korexo-spec-");

    /// <summary>The documents that the SDK is made of.</summary>
    public static string Committed { get; } =
        System.IO.Path.Combine(
            typeof(SpecFolder)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(static data => data.Key == "RepositoryRoot")
                .Value!,
            "spec"
        );

    public string Path => _folder.FullName;

    /// <summary>A copy of the committed documents.</summary>
    public static SpecFolder OfCommitted()
    {
        var copy = new SpecFolder();
        foreach (var file in Directory.EnumerateFiles(Committed, "*.openapi.yaml"))
        {
            System.IO.File.Copy(file, copy.File(System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public SpecFolder Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return this;
    }

    /// <summary>Replaces the first text after <paramref name="after"/>, which must be there.</summary>
    public SpecFolder Edit(string name, string after, string from, string to)
    {
        var text = System.IO.File.ReadAllText(File(name));
        var start = text.IndexOf(after, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{name} has no '{after}'");
        var at = text.IndexOf(from, start, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} has no '{from}' after '{after}'");
        return Write(name, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
