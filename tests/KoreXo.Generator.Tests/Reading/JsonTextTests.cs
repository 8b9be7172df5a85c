using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Reading;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("{\"a\": 1 \"b\": 2}", "',' or '}' expected", "", 1, 9)]
    [InlineData("{\"a\":\n {\"b\" 2}}", "':' expected", "/a/b", 2, 7)]
    [InlineData("{\"a\": {\n  b: 2}}", "property name in double quotes or '}' expected", "/a", 2, 3)]
    [InlineData("{\"a\": [1 2]}", "',' or ']' expected", "/a", 1, 10)]
    [InlineData("{\"a\": [1, }", "value expected", "/a/1", 1, 11)]
    [InlineData("{\"a\": tru}", "value expected", "/a", 1, 7)]
    [InlineData("{\"a\": 'x'}", "value expected", "/a", 1, 7)]
    [InlineData("{\"a\": 012}", "',' or '}' expected", "", 1, 8)]
    [InlineData("{\"a\": -}", "digit expected", "/a", 1, 8)]
    [InlineData("{\"a\": 1.}", "digit expected", "/a", 1, 9)]
    [InlineData("{\"a\": 1e+}", "digit expected", "/a", 1, 10)]
    [InlineData("{\"a\": \"x\n\"}", "'\"' expected", "/a", 1, 9)]
    [InlineData("{\"a\": \"\\x\"}", "escape expected", "/a", 1, 9)]
    [InlineData("{\"a\": \"\\u12g4\"}", "hexadecimal digit expected", "/a", 1, 12)]
    [InlineData("{\"a\": \"x", "the document ends too early: '\"' expected", "/a", 1, 8)]
    [InlineData("{\"a\": [", "the document ends too early: value expected", "/a/0", 1, 7)]
    [InlineData("{\"a\": 1 /* ", "the document ends too early: '*/' expected", "", 1, 11)]
    [InlineData("{\"a\": 1} x", "end of the document expected", "", 1, 10)]
    public void An_error_names_what_was_expected_and_where(string text, string message, string pointer, int line, int column)
    {
        var error = Assert.Throws<SpecFormatException>(() => Read(text));

        Assert.Equal((message, pointer, line, column), (error.Message, error.Pointer, error.Line + 1, error.Column + 1));
    }

    [Fact]
    public void Deeper_nesting_than_any_document_needs_is_an_error_with_a_place()
    {
        var error = Assert.Throws<SpecFormatException>(() => Read("{\"a\":\n" + new string('[', 201)));

        Assert.Equal(("values are nested more than 200 deep", 1, 200), (error.Message, error.Line, error.Column));
    }

    [Fact]
    public void Two_hundred_levels_are_read() =>
        Assert.NotNull(Read("{\"a\":" + new string('[', 199) + "1" + new string(']', 199) + "}")["a"]);

    [Theory]
    [InlineData("/a", "2:5")]
    [InlineData("/b", "3:9")]
    [InlineData("/b/0", "3:10")]
    [InlineData("/b/1", "4:2")]
    [InlineData("/c", "6:7")]
    [InlineData("/c/d", "6:12")]
    public void Every_value_is_where_its_first_character_is(string pointer, string place)
    {
        var node = Read("{\r\n\"a\":\"text\",\n/**/\"b\":[1.5,\r\ttrue, // remark\n],\n\"c\" : {\"d\":null}}").Find(pointer)!;

        Assert.Equal(place, $"{node.Line + 1}:{node.Column + 1}");
    }

    [Fact]
    public void Lines_of_comments_count()
    {
        var node = Read("{ /* one\ntwo\r\nthree */ \"a\": // four\n 1 }")["a"]!;

        Assert.Equal((3, 1), (node.Line, node.Column));
    }

    [Theory]
    [InlineData("{\"v\":[1,2,],}", "{\"v\":[1,2]}")]
    [InlineData("// first\n{/* second */\"v\"/**/:/**/1}// last", "{\"v\":1}")]
    [InlineData("\uFEFF{\"v\":1}", "{\"v\":1}")]
    [InlineData("{\"v\":1.50}", "{\"v\":1.5}")]
    [InlineData("{\"v\":1E3}", "{\"v\":1000}")]
    [InlineData("{\"v\":-0}", "{\"v\":0}")]
    [InlineData("{\"v\":1e400}", "{\"v\":1e400}")]
    [InlineData("{\"v\":\"a\tb\"}", "{\"v\":\"a\\tb\"}")]
    [InlineData("{\"v\":18446744073709551616}", "{\"v\":18446744073709551616}")]
    [InlineData("{\"v\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u2028\"}", "{\"v\":\"\\\"\\\\/\\b\\f\\n\\r\\té\\u2028\"}")]
    [InlineData("{\"v\":\"\\ud83d\\ude00\"}", "{\"v\":\"😀\"}")]
    [InlineData("{\"\":\"\",\"v w\":\"\\u0001\"}", "{\"\":\"\",\"v w\":\"\\u0001\"}")]
    public void What_is_read_is_written_in_one_form(string text, string json) => Assert.Equal(json, SpecJson.Write(Read(text)));

    [Fact]
    public void Reading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => SpecText.Read("x.json", "{}", new CancellationToken(canceled: true)));

    private static SpecNode Read(string text) => SpecText.Read("x.json", text, CancellationToken.None);
}
