namespace KoreXo.Package.Tests;

/// <summary>The first build of an app says that it has no manifest, and what the least manifest would hold.</summary>
public sealed class ManifestPackageTests
{
    private const string Sdk = """<PackageReference Include="KoreXo" Version="KOREXO_VERSION" />""";

    private const string Calls = """
        namespace Travel;

        public static class Calls
        {
            public static async Task PublishAsync(KoreXo.KoreXoClient xo)
            {
                ArgumentNullException.ThrowIfNull(xo);
                await xo.Analytics.FindIntentAsync("st-1", new() { Input = "book a ticket", BotName = "Travel" }).ConfigureAwait(false);
                await xo.Analytics.FindIntentAsync("st-2", new() { Input = "book a table", BotName = "Food" }).ConfigureAwait(false);
                await xo.DataTables.InsertRowAsync("Trips", new() { Row = new Dictionary<string, KoreXo.JsonAny> { ["Name"] = "Ada" } }).ConfigureAwait(false);
            }
        }
        """;

    [Fact]
    public async Task An_app_is_warned_once_and_its_libraries_and_tests_are_not()
    {
        const string TestSdk = """
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
            <PackageReference Include="xunit" Version="2.9.3" />
            """;
        using var stranger = new Stranger()
            .Project("App/App.csproj", Sdk)
            .Write("App/Calls.cs", Calls)
            .Write(
                "App/Program.cs",
                """await Travel.Calls.PublishAsync(new KoreXo.KoreXoClient(new() { Endpoint = new Uri("https://platform.example") })).ConfigureAwait(false);"""
            )
            .Project("Library/Library.csproj", Sdk, "<TargetFramework>net10.0</TargetFramework>")
            .Write("Library/Calls.cs", Calls)
            .Project("Tests/Tests.csproj", Sdk + TestSdk, "<TargetFramework>net10.0</TargetFramework>")
            .Write("Tests/Calls.cs", Calls)
            .Write(
                "All.slnx",
                """<Solution><Project Path="App/App.csproj" /><Project Path="Library/Library.csproj" /><Project Path="Tests/Tests.csproj" /></Solution>"""
            );

        var output = (await stranger.BuildAsync("-p:TreatWarningsAsErrors=false")).Succeeded();

        Assert.StartsWith(
            "warning KXO1021: This project needs 'Write access to the Data Table' on 'Trips' (data), 'Intent and Entity Detection' (platform) but has no *.scopes.json; run 'korexo scopes init'",
            Assert.Single(Findings(output)),
            StringComparison.Ordinal
        );
        Assert.Contains("App.csproj]", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Tests.csproj]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_decides_for_itself()
    {
        const string Library = "<TargetFramework>net10.0</TargetFramework><KoreXoRequireScopeManifest>true</KoreXoRequireScopeManifest>";
        const string App =
            "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><KoreXoRequireScopeManifest>false</KoreXoRequireScopeManifest>";
        using var stranger = new Stranger()
            .Project("App/App.csproj", Sdk, App)
            .Write("App/Calls.cs", Calls)
            .Write(
                "App/Program.cs",
                """await Travel.Calls.PublishAsync(new KoreXo.KoreXoClient(new() { Endpoint = new Uri("https://platform.example") })).ConfigureAwait(false);"""
            )
            .Project("Library/Library.csproj", Sdk, Library)
            .Write("Library/Calls.cs", Calls)
            .Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Library/Library.csproj" /></Solution>""");

        var output = (await stranger.BuildAsync("-p:TreatWarningsAsErrors=false")).Succeeded();

        Assert.Contains("KXO1021", Assert.Single(Findings(output)), StringComparison.Ordinal);
        Assert.Contains("Library.csproj]", output, StringComparison.Ordinal);
    }

    // A build prints each warning as it comes and again in its summary.
    private static IEnumerable<string> Findings(string output) =>
        output
            .Split('\n')
            .Where(static line => line.Contains(" KXO", StringComparison.Ordinal))
            .Select(static line =>
                line[(line.IndexOf(" : ", StringComparison.Ordinal) + 3)..line.LastIndexOf(" [", StringComparison.Ordinal)]
            )
            .Distinct(StringComparer.Ordinal);
}
