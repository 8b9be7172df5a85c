using KoreXo.Testing;

namespace KoreXo.Package.Tests;

/// <summary>A stranger's project, as strict as they come, has nothing but the packed generator and documents.</summary>
public sealed class CorpusPackageTests
{
    /// <summary>
    /// One of the documents misspells its security schemes and scopes on purpose, to show that the calls stay restricted, and one has a
    /// value for no case of a choice. The tests of the generator list what is reported about each document.
    /// </summary>
    [Fact]
    public async Task Every_language_feature_builds_without_a_warning() =>
        (
            await BuildAsync(
                Files(Path.Combine(PackedFeed.Repository, "tests", "KoreXo.Generator.Tests", "Documents")),
                "<NoWarn>$(NoWarn);KXO2015;KXO2016;KXO2017;KXO2020</NoWarn>"
            )
        ).Succeeded();

    /// <summary>
    /// Documents of real services, where a folder of them lies beside the repository; elsewhere there is nothing to build. The smallest
    /// by default, all of them in a full run.
    /// </summary>
    [Fact]
    public async Task Real_documents_build_without_a_warning()
    {
        if (Files(Path.Combine(PackedFeed.Repository, "..", "shared", "specs")) is { Count: > 0 } files)
        {
            var count = Soak.Rounds(few: 2, all: files.Count);
            (await BuildAsync([.. files.OrderBy(static file => new FileInfo(file).Length).Take(count)])).Succeeded();
        }
    }

    private async Task<CommandResult> BuildAsync(IReadOnlyList<string> files, string properties = "")
    {
        var items = files.Select(static (file, index) => $"""<OpenApiSpec Include="{file}" Namespace="Foreign.Api{index}" />""");
        using var stranger = new Stranger().Project(
            "App.csproj",
            """<PackageReference Include="KoreXo.Generator" Version="KOREXO_VERSION" />""" + string.Concat(items),
            "<TargetFramework>net10.0</TargetFramework>" + properties
        );
        return await stranger.BuildAsync();
    }

    private static List<string> Files(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Where(static file => Path.GetExtension(file) is ".json" or ".yaml")
                    .Order(StringComparer.Ordinal),
            ]
            : [];
}
