using System.Text.RegularExpressions;

namespace KoreXo.Conventions.Documentation;

/// <summary>The first picture of <c>docs/architecture.md</c>, which is about whole projects.</summary>
public sealed partial class FlowPictureTests
{
    private static readonly string[] Endings = [".csproj", ".nuspec", ".props", ".targets"];

    [Fact]
    public void Projects_between_which_something_flows_refer_to_each_other()
    {
        var picture = Repository.Read("docs/architecture.md").Split("```mermaid\n")[1].Split("```")[0];
        var projects = Project()
            .Matches(picture)
            .ToDictionary(static node => node.Groups["node"].Value, static node => node.Groups["folder"].Value, StringComparer.Ordinal);
        var arrows = ArchitecturePicture
            .ArrowsIn(picture)
            .Where(arrow => projects.ContainsKey(arrow.From) && projects.ContainsKey(arrow.To))
            .ToList();

        Assert.Equal(6, projects.Count);
        Assert.Equal(5, arrows.Count);
        Rule.Holds(
            "An arrow of the flow is between projects of which one names the other:",
            arrows,
            arrow => Names(projects[arrow.From], projects[arrow.To]) || Names(projects[arrow.To], projects[arrow.From]),
            static arrow => $"{arrow.From} --> {arrow.To}"
        );
    }

    /// <summary>Tells whether what builds or packs a project refers to another one.</summary>
    private static bool Names(string project, string other)
    {
        var name = other[(other.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var texts = Endings.SelectMany(ending => Repository.Files(ending, project)).Select(Repository.Read).ToList();
        return texts
            .Concat(
                texts.SelectMany(static text => Import().Matches(text)).Select(static file => Repository.Read(file.Groups["file"].Value))
            )
            .Any(text =>
                text.Contains($"/{name}.csproj\"", StringComparison.Ordinal) || text.Contains($"id=\"{name}\"", StringComparison.Ordinal)
            );
    }

    [GeneratedRegex(@"(?<node>\w+)\[""(?<folder>(src|generator|analyzers)/[\w.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Project();

    [GeneratedRegex(@"Project=""\.\./\.\./(?<file>eng/\w+\.props)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();
}
