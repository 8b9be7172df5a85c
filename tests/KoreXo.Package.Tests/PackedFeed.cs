using System.Globalization;
using System.IO.Compression;
using System.Reflection;

namespace KoreXo.Package.Tests;

/// <summary>All packages, packed once into a folder, under a version that no cache has seen.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private static readonly string[] Projects = ["src/KoreXo.Runtime", "src/KoreXo", "src/KoreXo.Simulator", "generator/KoreXo.Generator", "analyzers/KoreXo.Analyzers", "src/KoreXo.Cli"];

    public static string Repository { get; } = Metadata("RepositoryRoot");

    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-feed-").FullName;

    public string Version { get; } = "0.1.0-test." + DateTimeOffset.FromFileTime(Environment.TickCount64).Ticks.ToString(CultureInfo.InvariantCulture) + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    public async Task InitializeAsync()
    {
        foreach (var project in Projects)
        {
            (await PackAsync(project, Folder)).Succeeded();
        }
    }

    internal Task<CommandResult> PackAsync(string project, string folder) => DotNet.RunAsync(
        Repository, "pack", project, "--no-build", "--nologo", "-c", Metadata("Configuration"), "-o", folder, $"-p:PackageVersion={Version}");

    /// <summary>The files of a package.</summary>
    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    /// <summary>The files of a package of symbols.</summary>
    public ZipArchive OpenSymbols(string id) => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.snupkg"));

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var extracted in Directory.Exists(cache) ? Directory.GetDirectories(cache, "korexo*").Select(package => Path.Combine(package, Version)).Where(Directory.Exists) : [])
        {
            Directory.Delete(extracted, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static string Metadata(string key) =>
        typeof(PackedFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
