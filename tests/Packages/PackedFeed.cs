using System.IO.Compression;
using System.Reflection;

namespace KoreXo.Testing.Packages;

/// <summary>
/// The packages of this repository in a folder, packed by the build before any test that references this project runs. A test
/// takes them through a <see cref="Stranger"/>.
/// </summary>
public static class PackedFeed
{
    /// <summary>Gets the root folder of the repository.</summary>
    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>Gets the configuration that everything was built in.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Gets the folder that holds the packages.</summary>
    public static string Folder { get; } = Metadata("FeedFolder");

    /// <summary>Gets the version of all packages: a stable one, higher than any that was packed before.</summary>
    public static string Version { get; } = File.ReadAllText(Path.Combine(Folder, "version.txt")).Trim();

    /// <summary>Gets the folder of the packages that the build of the repository has extracted already.</summary>
    public static string PackageCache { get; } = Metadata("PackageCache");

    /// <summary>Opens a package.</summary>
    public static ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    /// <summary>Opens a package of symbols.</summary>
    public static ZipArchive OpenSymbols(string id) => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.snupkg"));

    private static string Metadata(string key) =>
        typeof(PackedFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
