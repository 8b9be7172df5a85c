using KoreXo.OpenApi.Overlays;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Overlays;

/// <summary>What a JSONPath (RFC 9535) selects, and what is wrong with one that is none.</summary>
public sealed class JsonPathTests
{
    private const string Store = """
        { "store": {
            "book": [
              { "title": "A", "price": 8.95, "tags": ["x"] },
              { "title": "B", "price": 12.99, "isbn": "0-1" },
              { "title": "C", "price": 8.99, "isbn": "0-2", "tags": [] },
              { "title": "D", "price": 22.99, "sold": null }
            ],
            "bicycle": { "color": "red", "x-y": { "a.b": 1 } } },
          "limit": 10 }
        """;

    [Theory]
    [InlineData("$.limit", "10")]
    [InlineData("$['limit']", "10")]
    [InlineData("$[\"limit\"]", "10")]
    [InlineData(" $ . limit ", "10")]
    [InlineData("$.store.bicycle.color", "\"red\"")]
    [InlineData("$.store.bicycle.x-y['a.b']", "1")]
    [InlineData("$.store.book[0].title", "\"A\"")]
    [InlineData("$.store.book[-1].title", "\"D\"")]
    [InlineData("$.store.book[-4].title", "\"A\"")]
    [InlineData("$.store.book[0,2].title", "\"A\" \"C\"")]
    [InlineData("$.store.book[1:3].title", "\"B\" \"C\"")]
    [InlineData("$.store.book[:2].title", "\"A\" \"B\"")]
    [InlineData("$.store.book[-2:].title", "\"C\" \"D\"")]
    [InlineData("$.store.book[::2].title", "\"A\" \"C\"")]
    [InlineData("$.store.book[::-1].title", "\"D\" \"C\" \"B\" \"A\"")]
    [InlineData("$.store.book[2:0:-1].title", "\"C\" \"B\"")]
    [InlineData("$.store.book[*].isbn", "\"0-1\" \"0-2\"")]
    [InlineData("$.store.book.*.isbn", "\"0-1\" \"0-2\"")]
    [InlineData("$..isbn", "\"0-1\" \"0-2\"")]
    [InlineData("$..['color','limit']", "10 \"red\"")]
    [InlineData("$..book[0].price", "8.95")]
    [InlineData("$.store.bicycle['color','color']", "\"red\"")]
    public void Members_items_and_everything_below(string query, string expected) => Assert.Equal(expected, Select(query));

    [Theory]
    [InlineData("$.store.book[4]")]
    [InlineData("$.store.book[-5]")]
    [InlineData("$.store.book[3:1]")]
    [InlineData("$.store.book[::0]")]
    [InlineData("$.store.book.title")]
    [InlineData("$.limit[0]")]
    [InlineData("$.Limit")]
    public void What_is_not_there_is_not_selected(string query) => Assert.Equal("", Select(query));

    [Theory]
    [InlineData("@.isbn", "B C")]
    [InlineData("!@.isbn", "A D")]
    [InlineData("@.sold", "D")]
    [InlineData("@.sold == null", "D")]
    [InlineData("@.price < 10", "A C")]
    [InlineData("@.price <= 8.95", "A")]
    [InlineData("@.price > $.limit", "B D")]
    [InlineData("@.price >= 1.299e1", "B D")]
    [InlineData("@.title != 'B'", "A C D")]
    [InlineData("@.title >= 'C'", "C D")]
    [InlineData("@.price == '8.95'", "")]
    [InlineData("@.price < 'a'", "")]
    [InlineData("@.isbn && @.tags", "C")]
    [InlineData("@.sold || @.price < 9 && @.isbn", "C D")]
    [InlineData("(@.sold || @.price < 9) && !@.isbn", "A D")]
    [InlineData("@.none == @.missing", "A B C D")]
    [InlineData("@.tags == @.tags", "A B C D")]
    [InlineData("length(@.title) == 1", "A B C D")]
    [InlineData("length(@.tags) == 0", "C")]
    [InlineData("length(@) == 3", "A B D")]
    [InlineData("count(@.*) == 4", "C")]
    [InlineData("value(@..title) == 'B'", "B")]
    [InlineData("match(@.isbn, '0-[12]')", "B C")]
    [InlineData("match(@.isbn, '0')", "")]
    [InlineData("search(@.isbn, '2')", "C")]
    [InlineData("search(@.none, '2')", "")]
    [InlineData("@['title'] == \"\\u0041\"", "A")]
    public void A_condition_keeps_what_meets_it(string condition, string titles) =>
        Assert.Equal(titles, Select($"$.store.book[?{condition}].title").Replace("\"", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("", "'$' is due at character 1")]
    [InlineData("limit", "'$' is due at character 1")]
    [InlineData("$limit", "the end, '.' or '[' is due at character 2")]
    [InlineData("$.", "a name is due at character 3")]
    [InlineData("$..", "a name is due at character 4")]
    [InlineData("$.a b", "the end, '.' or '[' is due at character 5")]
    [InlineData("$[", "a selector is due at character 3")]
    [InlineData("$[x]", "a selector is due at character 3")]
    [InlineData("$[0", "']' is due at character 4")]
    [InlineData("$['a", "a closing ' is due at character 5")]
    [InlineData("$[?@.a == ]", "a name is due at character 11")]
    [InlineData("$[?(@.a]", "')' is due at character 8")]
    [InlineData("$[?size(@)]", "there is no function 'size' at character 11")]
    [InlineData("$[?match(@.a)]", "there is no function 'match' at character 14")]
    [InlineData("$[?@.a == 1-2]", "a number is due at character 14")]
    public void What_is_no_path_is_explained_where_it_ends_to_be_one(string query, string problem) =>
        Assert.Equal(problem, Assert.Throws<FormatException>(() => JsonPathQuery.Parse(query)).Message);

    [Fact]
    public void A_pattern_that_is_none_is_named() =>
        Assert.Equal(
            "'(' is not a regular expression",
            Assert.Throws<FormatException>(() => Select("$.store.book[?match(@.title, '(')]")).Message
        );

    [Theory]
    [InlineData(
        "$.store.bicycle",
        """{ "color": "blue", "x-y": { "c": 2 }, "new": [] }""",
        "$.store.bicycle",
        """{"color":"blue","x-y":{"a.b":1,"c":2},"new":[]}"""
    )]
    [InlineData("$.store.book[0].tags", "\"y\"", "$.store.book[0].tags", """["x","y"]""")]
    [InlineData("$.store.book[0]", """{ "tags": ["z"] }""", "$.store.book[0].tags", """["x","z"]""")]
    [InlineData("$.limit", "11", "$.limit", "11")]
    [InlineData("$.store.book[0].tags[0]", "\"w\"", "$.store.book[0].tags", """["w"]""")]
    [InlineData("$..title", "\"T\"", "$..title", "\"T\" \"T\" \"T\" \"T\"")]
    public void An_update_is_merged_appended_or_put_in_place(string target, string update, string query, string expected)
    {
        var root = Read(Store);
        foreach (var match in JsonPathQuery.Parse(target).Select(root))
        {
            match.Update(Read($$"""{ "u": {{update}} }""")["u"]!);
        }

        Assert.Equal(expected, Select(root, query));
    }

    [Fact]
    public void A_removal_leaves_the_others_where_they_are()
    {
        var root = Read(Store);
        foreach (var match in JsonPathQuery.Parse("$..book[?@.isbn]").Select(root))
        {
            Assert.True(match.Remove());
        }

        Assert.Equal("\"A\" \"D\"", Select(root, "$..title"));
        Assert.False(Assert.Single(JsonPathQuery.Parse("$").Select(root)).Remove());
    }

    private static string Select(string query) => Select(Read(Store), query);

    private static string Select(SpecNode root, string query) =>
        string.Join(' ', JsonPathQuery.Parse(query).Select(root).Select(static match => SpecJson.Write(match.Node)));

    private static SpecNode Read(string json) => SpecText.Read("x.json", json, CancellationToken.None);
}
