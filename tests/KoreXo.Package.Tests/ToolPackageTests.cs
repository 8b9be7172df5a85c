namespace KoreXo.Package.Tests;

/// <summary>A stranger installs the tool.</summary>
public sealed class ToolPackageTests
{
    [Fact]
    public async Task The_tool_is_installed_and_looks_at_a_strangers_project()
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
            .Write(
                "Program.cs",
                """
                using var http = new HttpClient();
                using var crm = new Contoso.Crm.CrmClient(new KoreXo.KoreXoClientOptions { Endpoint = new Uri("https://crm.example") }, http);
                Console.WriteLine((await crm.GetContactAsync("1").ConfigureAwait(false)).Name);
                """
            );
        (
            await DotNet.RunAsync(stranger.Folder, "tool", "install", "KoreXo.Cli", "--version", PackedFeed.Version, "--tool-path", "tools")
        ).Succeeded();

        (await RunAsync(stranger, "init", "--app", "travel")).Succeeded();

        Assert.Contains(
            "\"contacts:read\"",
            await File.ReadAllTextAsync(Path.Combine(stranger.Folder, "travel.scopes.json")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| `contacts:read` | oauth | granted | `CrmClient.GetContactAsync` Program.cs:3 |",
            (await RunAsync(stranger, "report", "--check")).Succeeded(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_tool_carries_no_documentation_of_assemblies()
    {
        using var package = PackedFeed.Open("KoreXo.Cli");

        Assert.Equal(
            ["DotnetToolSettings.xml"],
            package
                .Entries.Where(static entry => entry.FullName.StartsWith("tools/", StringComparison.Ordinal))
                .Select(static entry => entry.Name)
                .Where(static name => name.EndsWith(".xml", StringComparison.Ordinal))
        );
    }

    private static Task<CommandResult> RunAsync(Stranger stranger, params string[] arguments) =>
        DotNet.RunProgramAsync(Path.Combine(stranger.Folder, "tools", "korexo"), stranger.Folder, ["scopes", .. arguments]);
}
