using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KoreXo.Conventions.Sources;

/// <summary>A build gives the same everywhere and tomorrow.</summary>
public sealed partial class BuildFileTests
{
    private static IEnumerable<(string File, XElement Element)> Elements =>
        new[] { ".csproj", ".props", ".targets" }
            .SelectMany(static kind => Repository.Files(kind))
            .SelectMany(static file => XDocument.Parse(Repository.Read(file)).Descendants().Select(element => (file, element)));

    [Fact]
    public void Package_versions_are_central() =>
        Rule.Holds(
            "A package reference has no version of its own:",
            Elements.Where(static part => part.Element.Name.LocalName == "PackageReference"),
            static part =>
                part.Element.Attribute("Version") is null
                && part.Element.Attribute("VersionOverride") is null
                && !part.Element.Elements().Any(static inner => inner.Name.LocalName.StartsWith("Version", StringComparison.Ordinal)),
            static part => $"{part.File}: {part.Element.Attribute("Include")?.Value}"
        );

    [Fact]
    public void Package_versions_are_exact() =>
        Rule.Holds(
            "A version is a number, not a range or a wildcard; [ ] only where exactly one will do:",
            Elements.Where(static part => part.Element.Name.LocalName == "PackageVersion"),
            static part => ExactVersion().IsMatch(part.Element.Attribute("Version")!.Value),
            static part => $"{part.Element.Attribute("Include")?.Value} {part.Element.Attribute("Version")?.Value}"
        );

    [Fact]
    public void Documentation_warnings_are_not_switched_off_where_code_is_shipped() =>
        Rule.Holds(
            "NoWarn does not hide missing documentation:",
            Elements
                .Where(static part => part.Element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" && !IsForTests(part.File))
                .Append((File: "", Element: new XElement("NoWarn"))),
            static part => !part.Element.Value.Contains("1591", StringComparison.Ordinal),
            static part => part.File
        );

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Generated.sln");
        Rule.Holds(
            "Generated.sln has the project:",
            Repository.Files(".csproj"),
            file => solution.Contains(file.Replace('/', '\\'), StringComparison.Ordinal),
            static file => file
        );
    }

    [Fact]
    public void The_solution_has_two_configurations_of_one_platform()
    {
        var lines = Repository.Read("Generated.sln").ReplaceLineEndings("\n").Split('\n').Select(static line => line.Trim());

        Assert.Equal(
            ["Debug|Any CPU = Debug|Any CPU", "Release|Any CPU = Release|Any CPU"],
            lines
                .SkipWhile(static line => !line.Contains("SolutionConfigurationPlatforms", StringComparison.Ordinal))
                .Skip(1)
                .TakeWhile(static line => line != "EndGlobalSection")
        );
        Rule.Holds(
            "A project of the solution is built for Any CPU, in Debug and Release:",
            lines.Where(static line =>
                line.Contains(".Build.0 = ", StringComparison.Ordinal) || line.Contains(".ActiveCfg = ", StringComparison.Ordinal)
            ),
            static line =>
                line.EndsWith("|Any CPU", StringComparison.Ordinal)
                && line.Split('.')[1].Split('|')[0] == line.Split("= ")[1].Split('|')[0],
            static line => line
        );
    }

    [Fact]
    public void Every_project_is_in_a_folder_of_the_solution()
    {
        var solution = Repository.Read("Generated.sln").ReplaceLineEndings("\n");
        var nested = solution.Split("GlobalSection(NestedProjects)")[1];
        Rule.Holds(
            "A project is in the solution folder that its folder on disk is named after:",
            solution.Split('\n').Where(static line => line.Contains(".csproj\"", StringComparison.Ordinal)),
            project =>
            {
                var (path, id) = (project.Split('"')[5], project.Split('"')[7]);
                var folder = solution
                    .Split('\n')
                    .Single(line => line.Contains($"= \"{path.Split('\\')[0]}\", ", StringComparison.Ordinal))
                    .Split('"')[7];
                return nested.Contains($"{id} = {folder}", StringComparison.Ordinal);
            },
            static project => project
        );
    }

    [Fact]
    public void The_version_of_the_packages_has_a_dated_section_in_the_changelog()
    {
        var version = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

        Assert.Matches($@"(?m)^## \[{Regex.Escape(version)}\] - \d{{4}}-\d{{2}}-\d{{2}}$", Repository.Read("CHANGELOG.md"));
    }

    [Fact]
    public void The_workflow_runs_what_a_developer_runs() =>
        Rule.Holds(
            "A step of the workflow calls a script of .ci, and the script is there:",
            Repository
                .Read(".github/workflows/ci.yml")
                .Split('\n')
                .Where(static line => line.TrimStart().StartsWith("run: ", StringComparison.Ordinal))
                .Select(static line => line.Split("run: ")[1].Trim()),
            static command =>
                command.StartsWith("bash .ci/", StringComparison.Ordinal) && File.Exists(Repository.PathOf(command["bash ".Length..])),
            static command => command
        );

    private static bool IsForTests(string file) => file == "eng/Test.props" || file.StartsWith("tests/", StringComparison.Ordinal);

    [GeneratedRegex(@"^(\d+\.\d+\.\d+|\$\(\w+\)|\[\$\(\w+\)\])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExactVersion();
}
