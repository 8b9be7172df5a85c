using System.Text.Json.Nodes;
using KoreXo.Cli.Specs;
using KoreXo.Cli.Specs.Checking;
using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Tests.Specs.Checking;

/// <summary>The report of <c>korexo spec check</c> in both formats, about names that try to leave it.</summary>
public sealed class CheckFormatTests
{
    private static readonly Disagreement Plain = new("GET /a", "required", null, new SpecPlace("a.yaml", 3, "/paths/~1a"));

    private static readonly Disagreement Forged = new("schema '`<b>'", "x\ny", "\u001b[2J", new SpecPlace("b.yaml", 1, ""));

    [Fact]
    public void Both_agree_if_nothing_differs() =>
        Assert.Equal(
            "# Two readings\n\n`a.yaml`: both readers agree, of 5 that were compared.\n",
            CheckMarkdown.Write(new("a.yaml", 5, []))
        );

    [Fact]
    public void Differences_are_listed_with_their_place_and_known_ones_by_their_reason() =>
        Assert.Equal(
            """
            # Two readings

            `a.yaml`: the readers disagree on 1 thing, of 5 that were compared; 1 known difference.

            ## Disagreements

            - `GET /a`: KoreXo reads `required`, NSwag nothing (line 3, `/paths/~1a`)

            ## Known: NSwag &lt;does not&gt; read it

            - `schema ''<b>'`: KoreXo reads `x y`, NSwag `\u001B[2J` (`b.yaml` line 1, `/`)

            """.ReplaceLineEndings("\n"),
            CheckMarkdown.Write(new("a.yaml", 5, [Plain, Forged with { Reason = "NSwag <does not> read it" }]))
        );

    [Theory]
    [InlineData(2, 0, "the readers disagree on 2 things, of 9 that were compared.")]
    [InlineData(0, 2, "both readers agree, of 9 that were compared; 2 known differences.")]
    public void The_summary_counts_in_words(int unknown, int known, string expected) =>
        Assert.Equal(
            expected,
            CheckMarkdown.Summary(
                new("a.yaml", 9, [.. Enumerable.Repeat(Plain, unknown), .. Enumerable.Repeat(Plain with { Reason = "known" }, known)])
            )
        );

    [Fact]
    public void Json_has_each_name_as_it_is()
    {
        var json = JsonNode.Parse(CheckJson.Write(new("a.yaml", 5, [Forged])))!;

        Assert.Equal((5, false), (json["compared"]!.GetValue<int>(), json["agree"]!.GetValue<bool>()));
        Assert.Equal(
            """{"subject":"schema \u0027\u0060\u003Cb\u003E\u0027","korexo":"x\ny","nswag":"\u001B[2J","reason":null,"place":{"file":"b.yaml","line":1,"pointer":""}}""",
            Assert.Single(json["disagreements"]!.AsArray())!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("apiKey", "header", "X-Key", null, "apiKey in header as 'X-Key'")]
    [InlineData("apiKey", null, null, null, "apiKey in no place as ''")]
    [InlineData("http", null, null, "bearer", "http bearer")]
    [InlineData("oauth2", "header", "x", "y", "oauth2")]
    public void Both_readers_describe_a_scheme_alike(string type, string? place, string? name, string? scheme, string expected) =>
        Assert.Equal(expected, SchemeText.Of(type, place, name, scheme));

    [Fact]
    public void The_order_in_which_schemes_are_written_does_not_matter()
    {
        Assert.Equal("a() + b(x, y)", SchemeText.Requirement([("b", ["x", "y"]), ("a", [])]));
        Assert.Equal("nothing", SchemeText.Requirement([]));
        Assert.Equal("nothing", SchemeText.Requirements([]));
    }

    [Theory]
    [InlineData("/a/b", true, "b", "[]")]
    [InlineData("/a/b/anyOf/1", false, "b", "[]")]
    [InlineData("/x", false, "", "a")]
    public void A_place_of_the_normal_form_is_what_was_written_around_it(string pointer, bool isThere, string name, string word)
    {
        var root = SpecText.Read("a.json", """{ "a": { "b": { "[]": 1 } } }""", default);

        var place = new WrittenPlace(root, pointer);

        Assert.Equal((isThere, true), (place.IsThere, place.Node[word] is not null));
        Assert.Equal(name.Length > 0, place.IsWithin("b"));
        Assert.False(place.IsWithin("c", "[1]"));
    }
}
