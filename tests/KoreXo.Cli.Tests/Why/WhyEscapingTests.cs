using System.Text.Json;
using KoreXo.Cli.Graphs;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Tests.Why;

/// <summary>Names from code and documents are shown in each format and change none.</summary>
public sealed class WhyEscapingTests
{
    private const string Evil = "a|b`c\n## d <img> @e [f](https://g) \u001b[31m\u202E\U000E0041\"\\";

    private static readonly WhyReport Report = new(
        Evil,
        [Evil],
        [
            new(
                EntryPointKind.Route,
                Evil,
                Evil,
                new(Evil, 1, 2),
                [new(Evil, Evil, Evil)],
                [new(Evil, new(Evil, 3, 4), [new(Evil, [Evil], IsConditional: true, Evil)], [new(Evil, new(Evil, 5, 6)), new(Evil, null)])],
                [new(Evil, new(Evil, 7, 8), [new(Evil, Evil, Evil)], [new(Evil, new(Evil, 9, 10))])]
            ),
        ],
        [new(Evil, new(Evil, 11, 12), [], [])]
    );

    [Fact]
    public void Json_has_each_name_as_it_is()
    {
        using var report = JsonDocument.Parse(WhyJson.Write(Report));

        var names = Strings(report.RootElement).Where(static text => text is not "route").ToList();
        Assert.Equal(23, names.Count);
        Assert.All(names, static text => Assert.Equal(Evil, text));
    }

    [Fact]
    public void Sarif_is_valid_and_shows_no_hidden_character()
    {
        using var sarif = JsonDocument.Parse(WhySarif.Write(Report));

        var results = sarif.RootElement.GetProperty("runs")[0].GetProperty("results");
        Assert.Equal(3, results.GetArrayLength());
        Assert.All(Strings(results), static text => Assert.DoesNotContain(text.EnumerateRunes(), IsHidden));
        Assert.All(
            results.EnumerateArray(),
            static result =>
                Assert.Matches(
                    "^[A-Za-z0-9%._~/-]+$",
                    result
                        .GetProperty("locations")[0]
                        .GetProperty("physicalLocation")
                        .GetProperty("artifactLocation")
                        .GetProperty("uri")
                        .GetString()!
                )
        );
    }

    [Fact]
    public void Sarif_has_no_step_without_a_place()
    {
        using var sarif = JsonDocument.Parse(WhySarif.Write(Report));

        var flow = sarif
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")[0]
            .GetProperty("codeFlows")[0]
            .GetProperty("threadFlows")[0];
        var step = Assert.Single(flow.GetProperty("locations").EnumerateArray()).GetProperty("location");
        Assert.Equal(5, step.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void Markdown_has_the_lines_of_the_tool_and_no_others()
    {
        var lines = WhyMarkdown.Write(Report).Split('\n');

        Assert.Equal(["#", "##", "##"], lines.Where(static line => line.StartsWith('#')).Select(static line => line.Split(' ')[0]));
        Assert.Equal(9, lines.Count(static line => line.StartsWith('|')));
        Assert.All(lines.Where(static line => line.StartsWith('|')), static line => Assert.Equal(4, Bars(line)));
        Assert.DoesNotContain(lines.SelectMany(static line => line.EnumerateRunes()), IsHidden);
    }

    private static int Bars(string row) => row.Where((letter, at) => letter == '|' && (at == 0 || row[at - 1] != '\\')).Count();

    private static bool IsHidden(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format;

    private static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(static member => Strings(member.Value)),
            _ => [],
        };
}
