using System.Text.RegularExpressions;

namespace KoreXo.Package.Tests;

/// <summary>A stranger installs the SDK.</summary>
public sealed partial class SdkPackageTests
{
    private const string UseSdk = """
        await using var platform = await KoreXo.Simulator.XoSimulator.StartAsync().ConfigureAwait(false);
        var app = platform.AddAppWithAllScopes(KoreXo.Simulator.AppKind.Data);
        platform.AddTable("People");
        using var xo = new KoreXo.KoreXoClient(new() { Endpoint = platform.Endpoint, Credential = new KoreXo.JwtCredential(app.ClientId, app.ClientSecret) });
        await xo.DataTables.InsertRowAsync("People", new() { Row = new Dictionary<string, KoreXo.JsonAny> { ["Name"] = "Ada" } }).ConfigureAwait(false);
        await foreach (var row in xo.DataTables.ListRowsAsync("People", new()).ConfigureAwait(false))
        {
            Console.WriteLine($"{row["Name"]} is there");
        }
        """;

    [Fact]
    public async Task An_app_calls_the_simulated_platform()
    {
        using var stranger = new Stranger()
            .Project(
                "App.csproj",
                """
                <PackageReference Include="KoreXo" Version="KOREXO_VERSION" />
                <PackageReference Include="KoreXo.Simulator" Version="KOREXO_VERSION" />
                """
            )
            .Write(
                "people.scopes.json",
                """{ "app": "people", "credentials": { "data": ["Read access to the Data Table", "Write access to the Data Table"] } }"""
            )
            .Write("Program.cs", UseSdk);

        Assert.Contains("Ada is there", (await stranger.RunAsync()).Succeeded(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_on_net8_compiles()
    {
        using var stranger = new Stranger()
            .Project(
                "Library.csproj",
                """<PackageReference Include="KoreXo" Version="KOREXO_VERSION" />""",
                "<TargetFramework>net8.0</TargetFramework>"
            )
            .Write(
                "Caller.cs",
                """
                namespace Library;

                public static class Caller
                {
                    public static Task<KoreXo.Analytics.FindIntentResult> FindAsync(KoreXo.KoreXoClient xo, CancellationToken cancellationToken)
                    {
                        ArgumentNullException.ThrowIfNull(xo);
                        return xo.Analytics.FindIntentAsync("st-1", new() { Input = "book a ticket", BotName = "Travel" }, cancellationToken: cancellationToken);
                    }
                }
                """
            );

        (await stranger.BuildAsync()).Succeeded();
    }

    [Theory]
    [InlineData("appsettings.Development.json", "KoreXo")]
    [InlineData("travel.scopes.json", "credentials")]
    public async Task An_editor_finds_the_schema_of_a_file(string file, string property)
    {
        using var stranger = new Stranger()
            .Project("App.csproj", """<PackageReference Include="KoreXo" Version="KOREXO_VERSION" />""")
            .Write("Program.cs", "");
        (await DotNet.RunAsync(stranger.Folder, "restore")).Succeeded();

        var items = (await DotNet.RunAsync(stranger.Folder, "msbuild", "-getItem:JsonSchemaSegment")).Succeeded();

        using var document = System.Text.Json.JsonDocument.Parse(items);
        var segment = Assert.Single(
            document.RootElement.GetProperty("Items").GetProperty("JsonSchemaSegment").EnumerateArray(),
            item =>
                System.Text.RegularExpressions.Regex.IsMatch(
                    file,
                    item.GetProperty("FilePathPattern").GetString()!,
                    System.Text.RegularExpressions.RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
        );
        using var schema = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(segment.GetProperty("FullPath").GetString()!));
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty(property, out _));
    }

    [Theory]
    [InlineData("KoreXo.Runtime")]
    [InlineData("KoreXo")]
    [InlineData("KoreXo.Redis")]
    [InlineData("KoreXo.PostgreSql")]
    [InlineData("KoreXo.Simulator")]
    [InlineData("KoreXo.Generator")]
    [InlineData("KoreXo.Analyzers")]
    public void A_package_has_readme_icon_licence_and_symbols_apart(string id)
    {
        using var package = PackedFeed.Open(id);

        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("icon.png"));
        using var nuspec = new StreamReader(package.GetEntry(id + ".nuspec")!.Open());
        Assert.Contains(">MIT</license>", nuspec.ReadToEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain(package.Entries, static entry => entry.Name.EndsWith(".pdb", StringComparison.Ordinal));
        using var symbols = PackedFeed.OpenSymbols(id);
        Assert.Contains(symbols.Entries, entry => entry.Name == id + ".pdb");
    }

    [Theory]
    [InlineData("KoreXo.Runtime")]
    [InlineData("KoreXo")]
    [InlineData("KoreXo.Redis")]
    [InlineData("KoreXo.PostgreSql")]
    [InlineData("KoreXo.Simulator")]
    [InlineData("KoreXo.Generator")]
    [InlineData("KoreXo.Analyzers")]
    [InlineData("KoreXo.Cli")]
    public void A_packed_page_links_to_nothing_that_is_not_beside_it(string id)
    {
        using var package = PackedFeed.Open(id);
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        var page = readme.ReadToEnd();
        var pages = RepositoryPath().Matches(page).Select(static path => path.Groups["page"].Value).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, static path => Assert.True(File.Exists(Path.Combine(PackedFeed.Repository, path)), path));
        Assert.DoesNotContain("](../", page, StringComparison.Ordinal);
        Assert.DoesNotContain("](docs/", page, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\(`(?<page>[^`#]+)[^`]*` in the repository\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex RepositoryPath();
}
