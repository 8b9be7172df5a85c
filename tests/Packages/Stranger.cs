namespace KoreXo.Testing.Packages;

/// <summary>
/// A project of somebody else's, in a folder of its own, that has the packages of <see cref="PackedFeed"/> and nothing else of
/// ours. A test project references <c>tests/Packages</c> and writes:
/// <code>
/// using var stranger = new Stranger()
///     .Project("App.csproj", """&lt;PackageReference Include="KoreXo" Version="KOREXO_VERSION" /&gt;""")
///     .Write("Program.cs", "…");
/// var printed = (await stranger.RunAsync()).Succeeded();
/// </code>
/// Any command that is typed in <see cref="Folder"/> finds the packages, <c>dotnet add package KoreXo</c> too;
/// <c>KOREXO_VERSION</c> stands for their version in every file that is written.
/// </summary>
public sealed class Stranger : IDisposable
{
    /// <summary>Initializes a new instance of the <see cref="Stranger"/> class: an empty folder in which the packages are found.</summary>
    public Stranger() => Write("nuget.config", PackageSources.Configuration);

    /// <summary>Gets the folder, outside the repository.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-stranger-").FullName;

    /// <summary>Writes a file, and the folders that it is in.</summary>
    public Stranger Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.Replace("KOREXO_VERSION", PackedFeed.Version, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Writes a project as strict as they come.</summary>
    public Stranger Project(
        string file,
        string items,
        string properties = "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>"
    ) =>
        Write(
            file,
            $"""
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
            """
        );

    /// <summary>Runs <c>dotnet build</c>.</summary>
    public Task<CommandResult> BuildAsync(params string[] arguments) =>
        DotNet.RunAsync(Folder, ["build", "--nologo", "-v", "q", .. arguments]);

    /// <summary>Runs <c>dotnet run</c>.</summary>
    public Task<CommandResult> RunAsync(string project = ".") => DotNet.RunAsync(Folder, "run", "--project", project);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
