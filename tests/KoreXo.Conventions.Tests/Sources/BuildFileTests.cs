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
    public void Package_versions_are_central() => Rule.Holds(
        "A package reference has no version of its own:",
        Elements.Where(static part => part.Element.Name.LocalName == "PackageReference"),
        static part => part.Element.Attribute("Version") is null && part.Element.Attribute("VersionOverride") is null && !part.Element.Elements().Any(static inner => inner.Name.LocalName.StartsWith("Version", StringComparison.Ordinal)),
        static part => $"{part.File}: {part.Element.Attribute("Include")?.Value}");

    [Fact]
    public void Package_versions_are_exact() => Rule.Holds(
        "A version is a number, not a range or a wildcard; [ ] only where exactly one will do:",
        Elements.Where(static part => part.Element.Name.LocalName == "PackageVersion"),
        static part => ExactVersion().IsMatch(part.Element.Attribute("Version")!.Value),
        static part => $"{part.Element.Attribute("Include")?.Value} {part.Element.Attribute("Version")?.Value}");

    [Fact]
    public void Documentation_warnings_are_not_switched_off_where_code_is_shipped() => Rule.Holds(
        "NoWarn does not hide missing documentation:",
        Elements.Where(static part => part.Element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" && !IsForTests(part.File)).Append((File: "", Element: new XElement("NoWarn"))),
        static part => !part.Element.Value.Contains("1591", StringComparison.Ordinal),
        static part => part.File);

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Generated.sln");
        Rule.Holds(
            "Generated.sln has the project:",
            Repository.Files(".csproj"),
            file => solution.Contains(file.Replace('/', '\\'), StringComparison.Ordinal),
            static file => file);
    }

    private static bool IsForTests(string file) => file == "eng/Test.props" || file.StartsWith("tests/", StringComparison.Ordinal);

    [GeneratedRegex(@"^(\d+\.\d+\.\d+|\$\(\w+\)|\[\$\(\w+\)\])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExactVersion();
}
