namespace KoreXo.Package.Tests;

/// <summary>Who installs the SDK or the generator is told about scopes, without a further step.</summary>
public sealed class AnalyzersPackageTests
{
    private const string Sdk = """<PackageReference Include="KoreXo" Version="KOREXO_VERSION" />""";
    private const string Manifest = """{ "app": "travel-ci", "scopes": [] }""";

    private const string FindIntent = """
        using var xo = new KoreXo.KoreXoClient(new() { Endpoint = new Uri("https://platform.example"), Credential = new KoreXo.JwtCredential("cs-1", new string('s', 32)) });
        await xo.Analytics.FindIntentAsync("st-1", new() { Input = "book a ticket", BotName = "Travel" }).ConfigureAwait(false);
        """;

    [Fact]
    public async Task The_sdk_brings_the_rules_and_finds_the_manifest()
    {
        using var stranger = new Stranger()
            .Project("App.csproj", Sdk)
            .Write("travel.scopes.json", Manifest)
            .Write("Program.cs", FindIntent);

        Assert.Contains(
            "error KXO1001: 'AnalyticsClient.FindIntentAsync' needs scope",
            (await stranger.BuildAsync()).Failed(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_app_that_holds_the_scope_builds()
    {
        using var stranger = new Stranger()
            .Project("App.csproj", Sdk)
            .Write("travel.scopes.json", """{ "app": "travel-ci", "credentials": { "platform": ["Intent and Entity Detection"] } }""")
            .Write("Program.cs", FindIntent);

        (await stranger.BuildAsync()).Succeeded();
    }

    [Fact]
    public async Task The_generator_brings_the_rules_for_any_document()
    {
        using var stranger = new Stranger()
            .Project(
                "App.csproj",
                """
                <PackageReference Include="KoreXo.Generator" Version="KOREXO_VERSION" />
                <OpenApiSpec Include="crm.openapi.yaml" Namespace="Contoso.Crm" />
                """
            )
            .Write("crm.openapi.yaml", Documents.Crm)
            .Write("crm.scopes.json", Manifest)
            .Write(
                "Program.cs",
                """
                using var http = new HttpClient();
                using var crm = new Contoso.Crm.CrmClient(new KoreXo.KoreXoClientOptions { Endpoint = new Uri("https://crm.example") }, http);
                Console.WriteLine((await crm.GetContactAsync("1").ConfigureAwait(false)).Name);
                """
            );

        Assert.Contains(
            "error KXO1001: 'CrmClient.GetContactAsync' needs scope 'contacts:read' (oauth), which app 'travel-ci' does not hold",
            (await stranger.BuildAsync()).Failed(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_manifest_has_a_schema_in_the_package()
    {
        using var package = PackedFeed.Open("KoreXo.Analyzers");

        Assert.NotNull(package.GetEntry("schemas/scopes.schema.json"));
        Assert.NotNull(package.GetEntry("samples/scopes.globalconfig"));
    }
}
