using System.Text.RegularExpressions;
using System.Xml.Linq;
using KoreXo.Package.Tests.Guides;

namespace KoreXo.Package.Tests.Programs;

/// <summary>The samples for the four main jobs and the one for a fleet, copied out of the repository and built from the packages.</summary>
public sealed partial class SampleTests
{
    private static readonly Dictionary<string, string> Projects = new(StringComparer.Ordinal)
    {
        ["02-BotPipeline"] = "BotPipeline",
        ["03-AnalyticsExport"] = "AnalyticsExport",
        ["04-UserAdmin"] = "UserAdmin",
        ["05-DataTables"] = "TableLoad",
        ["07-FleetExport"] = "FleetExport",
    };

    [Fact]
    public async Task The_four_jobs_are_done_by_programs_built_from_the_packages()
    {
        using var stranger = Copy();
        (await stranger.BuildAsync()).Succeeded();

        Assert.Equal("published", await RunAsync(stranger, "02-BotPipeline"));
        Assert.Equal(
            "exported 1000 of 1000, lost 0, duplicated 0",
            await RunAsync(stranger, "03-AnalyticsExport", "--sessions", "200", "--page", "100")
        );
        Assert.Equal("done, 0 failed", await RunAsync(stranger, "04-UserAdmin", "--apply", "yes"));
        Assert.Equal(
            "loaded 500 of 500, lost 0, duplicated 0, deleted 50, left 450",
            await RunAsync(stranger, "05-DataTables", "--rows", "500")
        );
        Assert.Contains("the same folder on all machines", await RunAsync(stranger, "07-FleetExport", "--help"), StringComparison.Ordinal);
    }

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

    private static async Task<string> RunAsync(Stranger stranger, string folder, params string[] arguments)
    {
        var program = Path.Combine(stranger.Folder, "samples", folder, "bin", "Debug", "net10.0", Projects[folder] + ".dll");
        var output = (
            await UserProcess.RunAsync(
                stranger.Folder,
                new Dictionary<string, string>(StringComparer.Ordinal),
                ["dotnet", program, .. arguments]
            )
        ).Succeeded();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
    }

    private static string VersionOf(string package) =>
        XDocument
            .Parse(Read("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(item => (string?)item.Attribute("Include") == package)
            .Attribute("Version")!
            .Value;

    private static string Read(string file) => File.ReadAllText(Path.Combine(PackedFeed.Repository, file));
}
