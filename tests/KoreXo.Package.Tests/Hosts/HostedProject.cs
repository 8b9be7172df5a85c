namespace KoreXo.Package.Tests.Hosts;

/// <summary>
/// A stranger's app with a document of its own and a call that lacks a scope, built once by the SDK's compiler. What that compiler
/// was told and what our generator emitted there are kept, so that other compilers can be given the same.
/// </summary>
public sealed class HostedProject : IAsyncLifetime, IDisposable
{
    private const string AppProject = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <!-- The newest that the oldest of the compilers knows. -->
            <LangVersion>13</LangVersion>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <CompilerGeneratedFilesOutputPath>emitted</CompilerGeneratedFilesOutputPath>
            <DefaultItemExcludes>$(DefaultItemExcludes);emitted/**</DefaultItemExcludes>
            <ProvideCommandLineArgs>true</ProvideCommandLineArgs>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="KoreXo" Version="KOREXO_VERSION" />
            <PackageReference Include="KoreXo.Generator" Version="KOREXO_VERSION" />
            <OpenApiSpec Include="crm.openapi.yaml" Namespace="Contoso.Crm" />
          </ItemGroup>
          <Target Name="WriteArguments" AfterTargets="CoreCompile">
            <WriteLinesToFile File="arguments.txt" Lines="@(CscCommandLineArgs)" Overwrite="true" />
          </Target>
        </Project>
        """;

    private readonly Stranger _stranger = new();
    private readonly Lazy<Task<IReadOnlyList<string>>> _otherGenerator;

    /// <summary>Initializes a new instance of the <see cref="HostedProject"/> class.</summary>
    public HostedProject() => _otherGenerator = new(() => BuildOtherGeneratorAsync(_stranger));

    /// <summary>Gets what the build printed.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>Gets the arguments that the SDK's compiler was given, a line each.</summary>
    internal IReadOnlyList<string> Arguments { get; private set; } = [];

    /// <summary>Gets the project's folder.</summary>
    internal string Folder => Path.Combine(_stranger.Folder, "app");

    /// <summary>Gets the file that the call is in.</summary>
    internal string Program => Path.Combine(Folder, "Program.cs");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _stranger
            .Write("app/App.csproj", AppProject)
            .Write("app/crm.openapi.yaml", Documents.Crm)
            .Write("app/crm.scopes.json", """{ "app": "crm-sync", "scopes": [] }""")
            .Write(
                "app/Program.cs",
                """
                using var http = new HttpClient();
                using var crm = new Contoso.Crm.CrmClient(new KoreXo.KoreXoClientOptions { Endpoint = new Uri("https://crm.example") }, http);
                Console.WriteLine((await crm.GetContactAsync("1")).Name);
                """
            );
        Printed = (await DotNet.RunAsync(Folder, "build", "--nologo", "-v", "q")).Succeeded();
        Arguments = await File.ReadAllLinesAsync(Path.Combine(Folder, "arguments.txt"));
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _stranger.Dispose();

    /// <summary>Builds a generator that is not ours and brings its own, older parsers.</summary>
    internal Task<IReadOnlyList<string>> OtherGeneratorAsync() => _otherGenerator.Value;

    /// <summary>Reads the files that our generator emitted under a folder, by their paths in it.</summary>
    internal SortedDictionary<string, byte[]> Emitted(string folder = "emitted")
    {
        var root = Path.Combine(Folder, folder, "KoreXo.Generator");
        return new(
            Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(root, file), File.ReadAllBytes, StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    private static async Task<IReadOnlyList<string>> BuildOtherGeneratorAsync(Stranger stranger)
    {
        stranger.Write("other/Other.csproj", OtherGenerator.Project).Write("other/Generator.cs", OtherGenerator.Source);
        var folder = Path.Combine(stranger.Folder, "other");
        (await DotNet.RunAsync(folder, "build", "--nologo", "-v", "q", "-o", "out")).Succeeded();
        return [.. OtherGenerator.Assemblies.Select(file => Path.Combine(folder, "out", file))];
    }
}
