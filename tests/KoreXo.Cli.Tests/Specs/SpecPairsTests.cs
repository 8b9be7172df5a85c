using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>Which documents are compared with which.</summary>
public sealed class SpecPairsTests
{
    [Fact]
    public void Two_files_are_a_pair_whatever_they_are_called()
    {
        using var folder = new SpecFolder().Write("crm v1.yaml", "").Write("crm-v2.json", "");

        Assert.Equal(
            [new SpecPair("crm v1.yaml", folder.File("crm v1.yaml"), folder.File("crm-v2.json"))],
            SpecPairs.Find(folder.File("crm v1.yaml"), folder.File("crm-v2.json"))
        );
    }

    [Fact]
    public void Documents_of_folders_are_paired_by_name_and_may_have_no_counterpart()
    {
        using var old = new SpecFolder().Write("b.openapi.yaml", "").Write("a.openapi.yml", "").Write("b.scopes.json", "");
        using var @new = new SpecFolder().Write("b.openapi.yaml", "").Write("c.OpenApi.JSON", "").Write("c.yaml", "");

        Assert.Equal(
            [
                new SpecPair("a.openapi.yml", old.File("a.openapi.yml"), null),
                new SpecPair("b.openapi.yaml", old.File("b.openapi.yaml"), @new.File("b.openapi.yaml")),
                new SpecPair("c.OpenApi.JSON", null, @new.File("c.OpenApi.JSON")),
            ],
            SpecPairs.Find(old.Path, @new.Path)
        );
    }

    [Theory]
    [InlineData("file", "folder", "'{file}' is a file and '{folder}' is a folder; give two files or two folders.")]
    [InlineData("folder", "file", "'{file}' is a file and '{folder}' is a folder; give two files or two folders.")]
    [InlineData("file", "missing", "'{missing}' does not exist.")]
    [InlineData("missing", "file", "'{missing}' does not exist.")]
    [InlineData("missing", "folder", "'{missing}' does not exist.")]
    [InlineData(
        "folder",
        "empty",
        "'{empty}' has no documents; their names end in .openapi.yaml, .openapi.yml, .openapi.json. Give two files to compare others."
    )]
    public void What_is_no_pair_is_named(string old, string @new, string message)
    {
        using var folder = new SpecFolder().Write("a.openapi.yaml", "");
        using var empty = new SpecFolder();
        var places = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["file"] = folder.File("a.openapi.yaml"),
            ["folder"] = folder.Path,
            ["empty"] = empty.Path,
            ["missing"] = folder.File("b.openapi.yaml"),
        };

        Assert.Equal(
            places.Aggregate(message, static (text, place) => text.Replace($"{{{place.Key}}}", place.Value, StringComparison.Ordinal)),
            Assert.Throws<CommandException>(() => SpecPairs.Find(places[old], places[@new])).Message
        );
    }
}
