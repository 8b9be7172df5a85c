using System.Text.RegularExpressions;
using KoreXo.Analyzers.Tests.Cases;

namespace KoreXo.Analyzers.Tests.CommandLine;

/// <summary>A project of a user's in a folder of its own, with our analyzers and nothing else of the repository's.</summary>
internal sealed partial class UserProject : IDisposable
{
    private static readonly string[] Assemblies = ["KoreXo.Analyzers.dll", "KoreXo.Analyzers.CodeFixes.dll"];

    public UserProject(string name, string items = "", string properties = "")
    {
        ProjectFile = Path.Combine(Folder, name + ".csproj");

        // A stop for what the folders above may say.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
        Write(
            name + ".csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(
                Assemblies.Select(static file => $"<Analyzer Include=\"{Path.Combine(AppContext.BaseDirectory, file)}\" />")
            )}
                {items}
              </ItemGroup>
            </Project>
            """
        );
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-scopes-").FullName;

    public string ProjectFile { get; }

    // What is restored depends on the project file alone, which no test changes.
    private string[] Restored => Directory.Exists(Path.Combine(Folder, "obj")) ? ["--no-restore"] : [];

    /// <summary>The project of the command-line cases.</summary>
    public static UserProject Acme()
    {
        var project = new UserProject("App", """<AdditionalFiles Include="*.scopes.json" />""");
        project.Write("Acme.g.cs", CaseFile.Prelude);
        project.Write("GlobalUsings.cs", CaseFile.GlobalUsings);
        project.Write(
            "Program.cs",
            """
            class P
            {
                async Task Run(IFiles files)
                {
                    await files.PutAsync(new Doc("1"));
                    await files.GetAsync("1");
                    await files.GetWithOwnerAsync("1");
                }
            }

            """
        );
        project.Write(
            "bot.scopes.json",
            """
            {
              "app": "bot",
              "scopes": [
                "admin",
                "user:read"
              ]
            }

            """
        );
        return project;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public Task<(int ExitCode, string Output)> BuildAsync(params string[] arguments) =>
        DotNet.RunAsync(Folder, ["build", ProjectFile, "--nologo", "-v", "q", "--no-incremental", .. Restored, .. arguments]);

    public Task<(int ExitCode, string Output)> FormatAsync(params string[] arguments) =>
        DotNet.RunAsync(Folder, ["format", "analyzers", ProjectFile, .. Restored, .. arguments]);

    /// <summary>Gives what a build said of scopes, each once: <c>Program.cs(5,21): warning KXO1001</c>.</summary>
    public static IReadOnlyList<string> Findings(string output) =>
        [.. Finding().Matches(output).Select(static match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    [GeneratedRegex(@"[\w.]+\(\d+,\d+\): \w+ KXO\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Finding();
}
