namespace KoreXo.Package.Tests;

/// <summary>A project outside the repository that references the SDK as a project has the rules that the package brings.</summary>
public sealed class ProjectReferenceTests
{
    private const string FindIntent = """
        using var xo = new KoreXo.KoreXoClient(new() { Endpoint = new Uri("https://platform.example"), Credential = new KoreXo.JwtCredential("cs-1", new string('s', 32)) });
        await xo.Analytics.FindIntentAsync("st-1", new() { Input = "book a ticket", BotName = "Travel" }).ConfigureAwait(false);
        """;

    [Fact]
    public async Task A_manifest_beside_the_project_is_checked()
    {
        using var stranger = new Stranger()
            .Project("my app/App.csproj", "")
            .Write("my app/travel.scopes.json", """{ "app": "travel-ci", "credentials": { "platform": [] } }""")
            .Write("my app/Program.cs", FindIntent);

        var output = (await BuildAsync(stranger)).Failed();

        Assert.Contains(
            "Program.cs(2,20): error KXO1001: 'AnalyticsClient.FindIntentAsync' needs scope 'Intent and Entity Detection' (platform)",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("which app 'travel-ci' does not hold", output, StringComparison.Ordinal);
        Assert.DoesNotContain("KXO1021", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_manifest_is_reported_and_the_setting_that_allows_it_is_read()
    {
        using var stranger = new Stranger().Project("my app/App.csproj", "").Write("my app/Program.cs", FindIntent);

        Assert.Contains(
            "error KXO1021: This project needs 'Intent and Entity Detection' (platform)",
            (await BuildAsync(stranger)).Failed(),
            StringComparison.Ordinal
        );
        (await BuildAsync(stranger, "-p:KoreXoRequireScopeManifest=false")).Succeeded();
    }

    // The repository is built already, and may be in use by other tests: it is referenced, not built or restored.
    private static async Task<CommandResult> BuildAsync(Stranger stranger, params string[] arguments)
    {
        (
            await DotNet.RunAsync(
                stranger.Folder,
                "add",
                "my app/App.csproj",
                "reference",
                Path.Combine(PackedFeed.Repository, "src", "KoreXo")
            )
        ).Succeeded();
        return await DotNet.RunAsync(
            stranger.Folder,
            [
                "build",
                "my app",
                "--nologo",
                "-v",
                "q",
                "-c",
                PackedFeed.Configuration,
                "-p:BuildProjectReferences=false",
                "-p:RestoreRecursive=false",
                .. arguments,
            ]
        );
    }
}
