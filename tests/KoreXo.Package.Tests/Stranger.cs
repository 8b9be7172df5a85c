namespace KoreXo.Package.Tests;

/// <summary>A project of somebody else's, in a folder of its own, that has the packages from the feed and nothing else of ours.</summary>
internal sealed class Stranger : IDisposable
{
    private readonly PackedFeed _feed;

    public Stranger(PackedFeed feed)
    {
        _feed = feed;
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{feed.Folder}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="KoreXo*" /></packageSource>
                <packageSource key="nuget.org"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-stranger-").FullName;

    public Stranger Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.Replace("KOREXO_VERSION", _feed.Version, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Writes a project as strict as they come.</summary>
    public Stranger Project(string file, string items, string properties = "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>") => Write(file, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <IsAotCompatible>true</IsAotCompatible>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
            <NoWarn>$(NoWarn);CA1303;CA2007;CA1515;CA1852;CS1591</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    public Task<CommandResult> BuildAsync(params string[] arguments) => DotNet.RunAsync(Folder, ["build", "--nologo", "-v", "q", .. arguments]);

    public Task<CommandResult> RunAsync(string project = ".") => DotNet.RunAsync(Folder, "run", "--project", project);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
