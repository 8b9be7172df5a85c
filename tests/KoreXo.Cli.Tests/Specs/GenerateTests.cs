using System.Diagnostics;

namespace KoreXo.Cli.Tests.Specs;

/// <summary><c>korexo generate</c>: the files are those of a build.</summary>
public sealed class GenerateTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Füße, version: "1" }
        paths:
          /pets: { get: { operationId: pets_list, tags: [pets], responses: { "200": { description: Pets., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } } } } } }
          /health: { get: { operationId: health, responses: { "204": { description: Alive. } } } }
        components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }
        """;

    private const string Overlay = """
        overlay: 1.0.0
        info: { title: Names, version: "1" }
        actions: [{ target: "$.paths['/health'].get", update: { operationId: isAlive } }]
        """;

    [Fact]
    public async Task The_files_are_those_that_a_build_emits_byte_for_byte()
    {
        using var folder = new SpecFolder().Write("pets.openapi.yaml", Document).Write("names.overlay.yaml", Overlay);
        folder.Write("Directory.Build.props", "<Project />").Write("Directory.Build.targets", "<Project />");
        folder.Write("Directory.Packages.props", "<Project />");
        folder.Write("App.csproj", Project());
        await BuildAsync(folder.Path);

        var ended = await Korexo.RunAsync(
            "generate",
            folder.File("pets.openapi.yaml"),
            "--namespace",
            "Contoso.Pets",
            "--client-name",
            "ShopClient",
            "--grouping",
            "Tag",
            "--overlay",
            folder.File("names.overlay.yaml"),
            "--output",
            folder.File("Generated")
        );

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        var emitted = Contents(folder.File("obj/emitted/KoreXo.Generator/KoreXo.Generator.KoreXoGenerator"));
        Assert.NotEmpty(emitted);
        Assert.Equal(emitted, Contents(folder.File("Generated")));
    }

    [Fact]
    public async Task A_check_tells_what_is_out_of_date_and_writes_nothing()
    {
        using var folder = new SpecFolder().Write("pets.openapi.yaml", Document);
        string[] run = ["generate", folder.File("pets.openapi.yaml"), "--output", folder.File("out")];

        var first = await Korexo.RunAsync([.. run, "--check"]);
        Assert.Equal(1, first.ExitCode);
        Assert.Contains("Pets.Client.g.cs: would be written", first.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));

        Assert.Equal(0, (await Korexo.RunAsync(run)).ExitCode);
        Assert.Equal((0, "Nothing to change."), await EndAsync([.. run, "--check"]));
        File.WriteAllText(Path.Combine(folder.File("out"), "Mine.g.cs"), "class Mine;");

        // Under another name, what was there before goes, and what is the user's own stays.
        Assert.Equal(0, (await Korexo.RunAsync([.. run, "--client-name", "ZooClient"])).ExitCode);
        Assert.Equal(
            ["Mine.g.cs", "Zoo.Client.g.cs", "Zoo.Json.g.cs", "Zoo.Models.g.cs", "Zoo.Operations.g.cs", "Zoo.Registration.g.cs"],
            Directory.EnumerateFiles(folder.File("out")).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("nothing.yaml", "'*nothing.yaml' cannot be read")]
    [InlineData("broken.yaml", "broken.yaml(*): error KXO2001")]
    public async Task A_document_that_cannot_be_used_is_one_message(string name, string message)
    {
        using var folder = new SpecFolder().Write("broken.yaml", "openapi: [");

        var ended = await Korexo.RunAsync("generate", folder.File(name), "--output", folder.File("out"));

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.All(message.Split('*'), part => Assert.Contains(part, ended.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder.File("out")));
    }

    private static async Task<(int ExitCode, string Output)> EndAsync(string[] arguments)
    {
        var ended = await Korexo.RunAsync(arguments);
        return (ended.ExitCode, ended.Output.Trim());
    }

    private static SortedDictionary<string, string> Contents(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder)
                .ToDictionary(static file => Path.GetFileName(file), static file => Convert.ToHexString(File.ReadAllBytes(file))),
            StringComparer.Ordinal
        );

    private static string Project()
    {
        var targets = Path.Combine(Korexo.Repository, "generator/KoreXo.Generator/build/KoreXo.Generator.targets");
        string Tool(string name) => Path.Combine(AppContext.BaseDirectory, name);
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>obj/emitted</CompilerGeneratedFilesOutputPath>
              </PropertyGroup>
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Reference Include="{Tool("KoreXo.Runtime.dll")}" />
                <Analyzer Include="{Tool("KoreXo.Generator.dll")};{Tool("KoreXo.OpenApi.dll")};{Tool("YamlDotNet.dll")}" />
                <OpenApiSpec Include="pets.openapi.yaml" Namespace="Contoso.Pets" ClientName="ShopClient" Grouping="Tag" Overlays="names.overlay.yaml" />
              </ItemGroup>
              <Import Project="{targets}" />
            </Project>
            """;
    }

    private static async Task BuildAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        foreach (var argument in (string[])["build", "--nologo", "-p:UseSharedCompilation=false"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await error);
    }
}
