using System.Text.RegularExpressions;
using System.Xml.Linq;
using KoreXo.Testing;

namespace KoreXo.Package.Tests.Programs;

/// <summary>The samples, copied out of the repository and built from the packages.</summary>
public sealed partial class SampleSolution : IDisposable
{
    /// <summary>The projects of the samples, by their folders.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Projects = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["01-Quickstart"] = "Quickstart",
        ["02-BotPipeline"] = "BotPipeline",
        ["03-AnalyticsExport"] = "AnalyticsExport",
        ["04-UserAdmin"] = "UserAdmin",
        ["05-DataTables"] = "TableLoad",
        ["06-MissingScope"] = "MissingScope",
        ["07-FleetExport"] = "FleetExport",
        ["08-Workloads"] = "Workloads",
    };

    /// <summary>The projects whose calls are observed: one by default, with ten programs, and all in a full run.</summary>
    internal static readonly IReadOnlyList<KeyValuePair<string, string>> Observed =
    [
        .. Projects.OrderByDescending(static project => project.Key is "08-Workloads").Take(Soak.Rounds(few: 1, all: 8)),
    ];

    /// <summary>Gets whether the calls of a sample are observed in this run.</summary>
    internal static bool IsObserved(string folder) => Observed.Any(project => project.Key == folder);

    private readonly SemaphoreSlim _gate = new(1);
    private Stranger? _stranger;

    public void Dispose()
    {
        _stranger?.Dispose();
        _gate.Dispose();
    }

    /// <summary>Builds the samples, if nobody has.</summary>
    internal async Task<Stranger> BuildAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_stranger is null)
            {
                var stranger = Copy();
                (await stranger.BuildAsync()).Succeeded();
                _stranger = stranger;
            }

            return _stranger;
        }
        finally
        {
            _gate.Release();
        }
    }

    internal static string Program(Stranger stranger, string folder) =>
        Path.Combine(stranger.Folder, "samples", folder, "bin", "Debug", "net10.0", Projects[folder] + ".dll");

    private static Stranger Copy()
    {
        var stranger = new Stranger()
            .Write("eng/Sample.props", Read("eng/Sample.props"))
            .Write(
                "samples/Directory.Build.props",
                "<Project><PropertyGroup><LangVersion>14</LangVersion><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>"
            )
            .Write(
                "samples/Directory.Packages.props",
                $"""
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup>
                    <PackageVersion Include="KoreXo" Version="KOREXO_VERSION" />
                    <PackageVersion Include="KoreXo.PostgreSql" Version="KOREXO_VERSION" />
                    <PackageVersion Include="KoreXo.Simulator" Version="KOREXO_VERSION" />
                    <PackageVersion Include="Npgsql" Version="{VersionOf("Npgsql")}" />
                    <PackageVersion Include="Spectre.Console" Version="{VersionOf("Spectre.Console")}" />
                  </ItemGroup>
                </Project>
                """
            )
            .Write(
                "Samples.slnx",
                $"<Solution>{string.Concat(Projects.Select(static project => $"<Project Path=\"samples/{project.Key}/{project.Value}.csproj\" />"))}</Solution>"
            );
        foreach (var folder in Projects.Keys.Append("CommandLine"))
        {
            var path = Path.Combine(PackedFeed.Repository, "samples", folder);
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            {
                stranger.Write($"samples/{folder}/{Path.GetRelativePath(path, file)}", AsPackages(File.ReadAllText(file)));
            }
        }

        return stranger;
    }

    private static string AsPackages(string text) =>
        ProjectReference().Replace(text, static reference => $"<PackageReference Include=\"{reference.Groups["name"].Value}\" />");

    [GeneratedRegex(
        """<ProjectReference Include="../../src/[^/]+/(?<name>[^"]+)\.csproj" />""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex ProjectReference();

    private static string VersionOf(string package) =>
        XDocument
            .Parse(Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(item => (string?)item.Attribute("Include") == package)
            .Attribute("Version")!
            .Value;

    private static string Read(string file) => File.ReadAllText(Path.Combine(PackedFeed.Repository, file));
}
