using System.IO.Compression;
using System.Text;
using KoreXo.Testing;

namespace KoreXo.Package.Tests;

/// <summary>Whoever builds a commit gets the packages that we got, byte for byte, wherever they build it.</summary>
public sealed class ReproducibleBuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("korexo-builds-").FullName;

    /// <summary>One of each way to pack in a full run; what they share by default.</summary>
    public static TheoryData<string> Projects =>
        new(new[] { "generator/KoreXo.Generator", "src/KoreXo.Runtime", "analyzers/KoreXo.Analyzers" }.Take(Soak.Rounds(few: 1, all: 3)));

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Two_builds_give_the_same_bytes_and_name_no_path_of_the_machine(string project)
    {
        var first = await PackAsync(project, "first");
        var second = await PackAsync(project, "a folder with a longer name");

        Assert.Equal([".nupkg", ".snupkg"], first.Keys.Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), second.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            first,
            package => Assert.True(package.Value.AsSpan().SequenceEqual(second[package.Key]), $"{package.Key} differs between two builds.")
        );
        foreach (var (name, content) in first)
        {
            using var package = new ZipArchive(new MemoryStream(content));
            Assert.All(
                package.Entries,
                entry =>
                    Assert.False(
                        Names(entry, PackedFeed.Repository) || Names(entry, _folder),
                        $"{entry.FullName} in {name} names a path of this machine."
                    )
            );
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool Names(ZipArchiveEntry entry, string path)
    {
        using var content = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        var bytes = content.ToArray().AsSpan();
        return bytes.IndexOf(Encoding.UTF8.GetBytes(path)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(path)) >= 0;
    }

    private async Task<Dictionary<string, byte[]>> PackAsync(string project, string name)
    {
        var output = Path.Combine(_folder, name);
        (
            await DotNet.RunAsync(
                PackedFeed.Repository,
                "pack",
                project,
                "-c",
                "Release",
                "--nologo",
                "-v",
                "q",
                "-o",
                Path.Combine(output, "packages"),
                $"-p:ArtifactsPath={Path.Combine(output, "artifacts")}",
                "-p:RunAnalyzers=false",
                // What is random for each process must differ between the two.
                "-p:UseSharedCompilation=false"
            )
        ).Succeeded();
        return Directory
            .GetFiles(Path.Combine(output, "packages"))
            .ToDictionary(static file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
    }
}
