using KoreXo.OpenApi.Overlays;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Overlays;

/// <summary>Conditions of a JSONPath on operations and parameters, and the functions of RFC 9535.</summary>
public sealed class JsonPathFilterTests
{
    private const string Items = """
        { "limit": 2, "words": ["b"], "items": [
          { "id": "a", "n": 1, "tags": ["x", "y"], "o": { "p": 1, "q": 2 } },
          { "id": "b", "n": 2.0, "tags": [], "o": { "q": 2, "p": 1 } },
          { "id": "e\u0301", "n": null, "text": "line\n" },
          { "id": "😀", "n": "2", "flag": false },
          { "id": "big", "n": 1e40 }
        ] }
        """;

    [Theory]
    [InlineData("@.n == 2", "b")]
    [InlineData("@.n == 2.00", "b")]
    [InlineData("2 == @.n", "b")]
    [InlineData("@.n == '2'", "😀")]
    [InlineData("@.n == null", "é")]
    [InlineData("@.n != null", "a b 😀 big")]
    [InlineData("@.n == $.limit", "b")]
    [InlineData("@.n < $.limit", "a")]
    [InlineData("@.n >= 1 && @.n <= 2", "a b")]
    [InlineData("@.id == $.words[0]", "b")]
    [InlineData("@.id == $.words", "")]
    [InlineData("@.flag", "😀")]
    [InlineData("@.flag == false", "😀")]
    [InlineData("@.flag == true", "")]
    [InlineData("!(@.flag == false)", "a b é big")]
    [InlineData("!!@.flag", "😀")]
    [InlineData("@.tags == $.items[1].tags", "b")]
    [InlineData("@.o == $.items[0].o", "a b")]
    [InlineData("@.tags[0]", "a")]
    [InlineData("@.tags[?@ == 'y']", "a")]
    [InlineData("@..q", "a b")]
    [InlineData("@['id'] == \"b\"", "b")]
    [InlineData("@.id > 'a' && @.id < 'c'", "b big")]
    [InlineData("@.n == 1e40", "big")]
    [InlineData("@.n > 1e30", "big")]
    [InlineData("@.n < 1e30", "a b")]
    [InlineData("@.n == '1E+40'", "")]
    [InlineData("@.none == $.none", "a b é 😀 big")]
    [InlineData("@.none <= $.none", "a b é 😀 big")]
    [InlineData("@.none < $.none", "")]
    [InlineData("@.none == null", "")]
    [InlineData("@.flag < 1", "")]
    public void A_comparison_is_of_values_and_not_of_spellings(string condition, string ids) => Assert.Equal(ids, Select(condition));

    [Theory]
    [InlineData("length(@.id) == 1", "a b 😀")]
    [InlineData("length(@.id) == 2", "é")]
    [InlineData("length(@.tags) == 2", "a")]
    [InlineData("length(@.o) == 2", "a b")]
    [InlineData("length(@.n) == 1", "😀")]
    [InlineData("length('ab') == 2", "a b é 😀 big")]
    [InlineData("length(@.none) == length(@.n)", "a b é big")]
    [InlineData("count(@.tags[*]) == 0", "b é 😀 big")]
    [InlineData("count(@..*) > 6", "a")]
    [InlineData("value(@.tags[0]) == 'x'", "a")]
    [InlineData("value(@.tags[*]) == 'x'", "")]
    [InlineData("match(@.text, 'line')", "")]
    [InlineData("match(@.text, 'line.')", "")]
    [InlineData("match(@.id, '.')", "a b")]
    [InlineData("match(@.id, 'a|b')", "a b")]
    [InlineData("search(@.id, 'i')", "big")]
    [InlineData("search(@.text, 'in')", "é")]
    [InlineData("match(@.n, '.')", "😀")]
    [InlineData("match(@.tags, 'x')", "")]
    public void A_function_is_as_RFC_9535_has_it(string condition, string ids) => Assert.Equal(ids, Select(condition));

    [Theory]
    [InlineData("@.a = 1")]
    [InlineData("@.a === 1")]
    [InlineData("@.a & @.b")]
    [InlineData("@.a | @.b")]
    [InlineData("@.a == 'x")]
    [InlineData("@.a == ")]
    [InlineData("")]
    [InlineData("()")]
    [InlineData("!")]
    [InlineData("@.a ~ 'x'")]
    [InlineData("length()")]
    [InlineData("length(@.a")]
    [InlineData("count")]
    [InlineData("Length(@.a) == 1")]
    [InlineData("search(@.a)")]
    [InlineData("True")]
    public void What_is_no_condition_is_refused(string condition) =>
        Assert.Throws<FormatException>(() => JsonPathQuery.Parse($"$.items[?{condition}]"));

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("@[?", "]")]
    [InlineData("value(", ")")]
    public void A_condition_without_end_is_refused_and_ends_no_process(string open, string close) =>
        Assert.StartsWith(
            "conditions are nested more than 100 deep at character ",
            Assert
                .Throws<FormatException>(() =>
                    JsonPathQuery.Parse(
                        "$[?"
                            + string.Concat(Enumerable.Repeat(open, 50_000))
                            + "@.a"
                            + string.Concat(Enumerable.Repeat(close, 50_000))
                            + "]"
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Many_conditions_beside_each_other_are_no_nesting() =>
        Assert.Equal("a", Select(string.Join(" || ", Enumerable.Repeat("(@.n == 1)", 20_000))));

    private static string Select(string condition) =>
        string.Join(
            ' ',
            JsonPathQuery
                .Parse($"$.items[?{condition}].id")
                .Select(SpecText.Read("x.json", Items, CancellationToken.None))
                .Select(static match => match.Node.Text.Replace("e\u0301", "é", StringComparison.Ordinal))
        );
}
