using System.Globalization;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KoreXo.Package.Tests;

/// <summary>Applications, and the compiler, use the code that the packages bring compiled for their platform.</summary>
public sealed class PrecompiledTests
{
    private const string FirstCall = """
        using System.Runtime;
        using KoreXo;
        using KoreXo.DataTables;

        var before = JitInfo.GetCompiledMethodCount();
        using var canned = new Canned();
        using var tables = new DataTablesClient(new KoreXoClientOptions { Endpoint = new Uri("https://platform.example"), Credential = new ApiKeyCredential("k") }, canned);
        var row = await tables.InsertRowAsync("Contacts", new InsertRowRequest { Row = new Dictionary<string, JsonAny> { ["Name"] = "Ada" } }).ConfigureAwait(false);
        var compiled = JitInfo.GetCompiledMethodCount() - before;
        Console.WriteLine($"row {row.RowId}");
        Console.WriteLine($"compiled {compiled}");
        Console.WriteLine($"loaded {typeof(KoreXoClient).Assembly.Location}");
        Console.WriteLine($"loaded {typeof(ApiKeyCredential).Assembly.Location}");

        internal sealed class Canned : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("{\"sys_Id\":\"sd-1\"}", System.Text.Encoding.UTF8, "application/json") });
        }
        """;

    private static readonly string Platform = RuntimeInformation.RuntimeIdentifier;

    [Theory]
    [InlineData("KoreXo", "lib/net10.0/KoreXo.dll", "runtimes/THIS_PLATFORM/lib/net10.0/KoreXo.dll")]
    [InlineData("KoreXo.Runtime", "lib/net10.0/KoreXo.Runtime.dll", "runtimes/THIS_PLATFORM/lib/net10.0/KoreXo.Runtime.dll")]
    [InlineData("KoreXo.Generator", "analyzers/dotnet/cs/KoreXo.Generator.dll", "tools/THIS_PLATFORM/KoreXo.Generator.dll")]
    [InlineData("KoreXo.Generator", "analyzers/dotnet/cs/KoreXo.OpenApi.dll", "tools/THIS_PLATFORM/KoreXo.OpenApi.dll")]
    [InlineData("KoreXo.Generator", "analyzers/dotnet/cs/YamlDotNet.dll", "tools/THIS_PLATFORM/YamlDotNet.dll")]
    [InlineData("KoreXo.Analyzers", "analyzers/dotnet/cs/KoreXo.Analyzers.dll", "tools/THIS_PLATFORM/KoreXo.Analyzers.dll")]
    public void The_code_for_a_platform_is_that_of_the_library(string id, string forAll, string forPlatform)
    {
        using var package = PackedFeed.Open(id);

        var (library, isLibraryCompiled) = Read(package, forAll);
        var (image, isImageCompiled) = Read(package, forPlatform.Replace("THIS_PLATFORM", Platform, StringComparison.Ordinal));

        Assert.Equal(library, image);
        Assert.False(isLibraryCompiled, "The library for all platforms is not IL only.");
        Assert.True(isImageCompiled, "The library for this platform is not compiled.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<RuntimeIdentifier>THIS_PLATFORM</RuntimeIdentifier><SelfContained>false</SelfContained>")]
    public async Task An_application_compiles_little_for_its_first_call(string properties)
    {
        using var stranger = new Stranger()
            .Project(
                "App.csproj",
                """<PackageReference Include="KoreXo" Version="KOREXO_VERSION" />""",
                "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>"
                    + "<RunAnalyzers>false</RunAnalyzers><InvariantGlobalization>true</InvariantGlobalization>"
                    + properties.Replace("THIS_PLATFORM", Platform, StringComparison.Ordinal)
            )
            .Write("Program.cs", FirstCall);

        var lines = (await stranger.RunAsync()).Succeeded().Split('\n', StringSplitOptions.TrimEntries);

        Assert.Contains("row sd-1", lines);
        var loaded = Values(lines, "loaded ");
        Assert.Equal(2, loaded.Count);
        Assert.All(loaded, static path => Assert.True(Inspect(File.OpenRead(path)).IsCompiled, path));
        Assert.InRange(int.Parse(Assert.Single(Values(lines, "compiled ")), CultureInfo.InvariantCulture), 1, 200);
    }

    [Theory]
    [InlineData("-p:Configuration=Debug", "tools/THIS_PLATFORM")]
    [InlineData("-p:KoreXoUsePrecompiled=false", "analyzers/dotnet/cs")]
    [InlineData("-p:DesignTimeBuild=true", "analyzers/dotnet/cs")] // an editor, whose compiler may run on another version of .NET
    [InlineData("-p:RoslynTargetsPath=elsewhere/Roslyn", "analyzers/dotnet/cs")] // so may one from a package
    public async Task Only_the_compiler_of_the_sdk_takes_what_is_compiled_for_its_platform(string setting, string folder)
    {
        using var stranger = new Stranger()
            .Project(
                "App.csproj",
                """<PackageReference Include="KoreXo.Generator" Version="KOREXO_VERSION" /><OpenApiSpec Include="pets.openapi.yaml" />"""
            )
            .Write("pets.openapi.yaml", Documents.Pets);

        var items = await DotNet.RunAsync(
            stranger.Folder,
            ["msbuild", "-restore", "-target:ResolveLockFileAnalyzers;KoreXoUsePrecompiled", "-getItem:Analyzer", setting]
        );

        Assert.Equal(["KoreXo.Analyzers", "KoreXo.Generator", "KoreXo.OpenApi", "YamlDotNet"], Analyzers(items.Succeeded(), folder));
    }

    private static IEnumerable<string> Analyzers(string items, string folder) =>
        JsonDocument
            .Parse(items)
            .RootElement.GetProperty("Items")
            .GetProperty("Analyzer")
            .EnumerateArray()
            .Select(static item => item.GetProperty("FullPath").GetString()!.Replace('\\', '/'))
            .Where(path =>
                path.Contains($"/{folder.Replace("THIS_PLATFORM", Platform, StringComparison.Ordinal)}/", StringComparison.Ordinal)
            )
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Where(static name => name is "KoreXo.Analyzers" or "KoreXo.Generator" or "KoreXo.OpenApi" or "YamlDotNet")
            .Order(StringComparer.Ordinal);

    private static List<string> Values(string[] lines, string name) =>
        [.. lines.Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line[name.Length..])];

    private static (Guid Module, bool IsCompiled) Read(ZipArchive package, string path)
    {
        var entry = package.GetEntry(path);
        Assert.True(entry is not null, $"{path} is missing; there is {string.Join(", ", package.Entries)}.");
        using var stream = entry.Open();
        var content = new MemoryStream();
        stream.CopyTo(content);
        content.Position = 0;
        return Inspect(content);
    }

    private static (Guid Module, bool IsCompiled) Inspect(Stream file)
    {
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return (metadata.GetGuid(metadata.GetModuleDefinition().Mvid), image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }
}
