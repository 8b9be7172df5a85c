using KoreXo.Conventions.Documentation;

namespace KoreXo.Conventions.Sources;

/// <summary>A folder can be understood, and changed, with what is below it in mind and without what is above.</summary>
public sealed class FolderTests
{
    /// <summary>The runtime's folders; each uses only those before it.</summary>
    private static readonly string[] RuntimeOrder =
    [
        "Json",
        "Attributes",
        "Operations",
        "Errors",
        "Http",
        "Telemetry",
        "Credentials",
        "Scopes",
        "Quotas",
        "Requests",
        "Options",
        "Transport",
        "Resilience",
        "Paging",
        "Jobs",
        "Streams",
        "Transfers",
        "Clients",
        "Registration",
    ];

    [Theory]
    [InlineData("src/KoreXo.OpenApi")]
    [InlineData("src/KoreXo.Runtime")]
    [InlineData("src/KoreXo.Simulator")]
    [InlineData("src/KoreXo.Cli")]
    [InlineData("generator/KoreXo.Generator")]
    [InlineData("analyzers/KoreXo.Analyzers")]
    public void No_folder_uses_what_uses_it(string project)
    {
        var uses = BetweenFolders(project);

        Assert.NotEmpty(uses);
        Rule.None(
            $"The folders of {project} have an order:",
            Circular(uses).Select(static use => $"{use.FromFolder} uses {use.ToFolder} at {use.Place}")
        );
    }

    [Fact]
    public void The_runtime_is_layered()
    {
        var uses = BetweenFolders("src/KoreXo.Runtime");

        Assert.Equal(
            RuntimeOrder.Order(StringComparer.Ordinal),
            uses.SelectMany(static use => new[] { use.FromFolder, use.ToFolder }).Distinct().Order(StringComparer.Ordinal)
        );
        Rule.Holds(
            "A folder of the runtime uses only those before it in the list:",
            uses,
            static use => Array.IndexOf(RuntimeOrder, use.ToFolder) < Array.IndexOf(RuntimeOrder, use.FromFolder),
            static use => $"{use.FromFolder} uses {use.ToFolder} at {use.Place}"
        );
    }

    [Fact]
    public void Pictures_show_what_is_there()
    {
        var pictures = ArchitecturePicture.All;

        Assert.Equal(4, pictures.Count);
        foreach (var picture in pictures)
        {
            var uses = SourceUses.Of(picture.Project);
            Rule.Holds(
                $"An arrow in the picture of {picture.Project} is a use in the code:",
                picture.Arrows,
                arrow => uses.Any(use => ArchitecturePicture.Covers(arrow.From, use.From) && ArchitecturePicture.Covers(arrow.To, use.To)),
                static arrow => $"{arrow.From} --> {arrow.To}"
            );
        }
    }

    private static List<SourceUse> BetweenFolders(string project) =>
        [.. SourceUses.Of(project).Where(static use => use.FromFolder != use.ToFolder)];

    /// <summary>Takes away uses that lead nowhere, or come from nowhere, until only those are left that go in circles.</summary>
    private static List<SourceUse> Circular(List<SourceUse> uses)
    {
        var left = uses.ToList();
        while (
            left.RemoveAll(use =>
                left.TrueForAll(other => other.ToFolder != use.FromFolder) || left.TrueForAll(other => other.FromFolder != use.ToFolder)
            ) > 0
        )
        {
            // Another round: what was taken away may have held others.
        }

        return left;
    }
}
