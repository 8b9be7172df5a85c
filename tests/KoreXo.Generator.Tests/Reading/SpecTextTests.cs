using System.Diagnostics;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Reading;

public sealed class SpecTextTests
{
    [Theory]
    [InlineData("", "null")]
    [InlineData("~", "null")]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("12", "12")]
    [InlineData("-012", "-12")]
    [InlineData("+7", "7")]
    [InlineData("0o14", "12")]
    [InlineData("0xFF", "255")]
    [InlineData("0xFFFFFFFFFFFFFFFF", "\"0xFFFFFFFFFFFFFFFF\"")]
    [InlineData("1.50", "1.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1e3", "1000")]
    [InlineData("18446744073709551616", "18446744073709551616")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData("2024-02-29", "\"2024-02-29\"")]
    [InlineData("0b11", "\"0b11\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData(".nan", "\".nan\"")]
    [InlineData("'true'", "\"true\"")]
    [InlineData("!!str true", "\"true\"")]
    [InlineData("\"\\U0001F600\"", "\"😀\"")]
    [InlineData("|\n  a\n  b\n", "\"a\\nb\\n\"")]
    public void Scalars_follow_the_core_schema_of_YAML_12(string yaml, string json) =>
        Assert.Equal($$"""{"v":{{json}}}""", SpecJson.Write(Read("x.yaml", $"v: {yaml}")));

    [Theory]
    [InlineData("x.yaml")]
    [InlineData("x.yml")]
    [InlineData("x.txt")]
    public void YAML_and_JSON_of_one_document_give_the_same_tree(string path) =>
        Assert.Equal(
            SpecJson.Write(Read("x.json", """{"a":[1,2.5,true,null,"x"],"b":{"c d":"e"},"f":{}}""")),
            SpecJson.Write(Read(path, "a:\n- 1\n- 2.5\n- true\n-\n- x\nb: { 'c d': e }\nf: {}\n"))
        );

    [Fact]
    public void JSON_is_YAML() => Assert.Equal("""{"a":[1]}""", SpecJson.Write(Read("x.yaml", """{"a":[1]}""")));

    [Fact]
    public void A_byte_order_mark_is_no_content() => Assert.Equal("""{"a":1}""", SpecJson.Write(Read("x.yaml", "\uFEFFa: 1")));

    [Fact]
    public void Aliases_stand_for_their_anchor() =>
        Assert.Equal("""{"a":{"x":1},"b":{"x":1}}""", SpecJson.Write(Read("x.yaml", "a: &n { x: 1 }\nb: *n")));

    [Theory]
    [InlineData("!!int \"12\"", "12")]
    [InlineData("!!float '1.50'", "1.5")]
    [InlineData("!!bool \"true\"", "true")]
    [InlineData("!!null \"\"", "null")]
    [InlineData("! 12", "\"12\"")]
    [InlineData("!!timestamp 2024-02-29", "\"2024-02-29\"")]
    public void A_tag_says_what_a_scalar_is(string yaml, string json) =>
        Assert.Equal($$"""{"v":{{json}}}""", SpecJson.Write(Read("x.yaml", $"v: {yaml}")));

    [Theory]
    [InlineData("{ <<: *n, y: 2 }", """{"x":1,"y":2}""")]
    [InlineData("{ x: 3, <<: *n }", """{"x":3}""")]
    [InlineData("{ <<: *n, x: 3 }", """{"x":3}""")]
    [InlineData("{ <<: [*n, { x: 4, z: 5 }] }", """{"x":1,"z":5}""")]
    [InlineData("{ <<: { <<: *n, z: 5 } }", """{"x":1,"z":5}""")]
    [InlineData("{ <<: [] }", "{}")]
    [InlineData("{ \"<<\": *n }", """{"<<":{"x":1}}""")]
    public void A_merge_key_brings_members_that_are_not_there(string yaml, string json) =>
        Assert.Equal($$"""{"a":{"x":1},"v":{{json}}}""", SpecJson.Write(Read("x.yaml", $"a: &n {{ x: 1 }}\nv: {yaml}")));

    [Theory]
    [InlineData("a: 1\nb: { <<: 5 }", 2, 6)]
    [InlineData("a: 1\nb:\n  <<: [{}, x]", 3, 3)]
    [InlineData("a: &n { x: 1 }\nb: { <<: *n, x: 1, x: 2 }", 2, 20)]
    public void What_cannot_be_merged_is_reported_where_it_stands(string yaml, int line, int column)
    {
        var failure = Assert.Throws<SpecFormatException>(() => Read("x.yaml", yaml));

        Assert.Equal((line - 1, column - 1), (failure.Line, failure.Column));
    }

    [Fact]
    public void Merged_members_keep_the_place_where_they_were_written()
    {
        var member = Read("x.yaml", "a: &n { x: [1] }\nv: { <<: *n }").Find("/v/x")!;

        Assert.Equal((0, 11), (member.Line, member.Column));
    }

    [Fact]
    public void A_name_may_have_an_anchor_or_be_an_alias() =>
        Assert.Equal("""{"k":1,"v":{"k":2}}""", SpecJson.Write(Read("x.yaml", "&name k: 1\nv: { *name : 2 }")));

    [Theory]
    [InlineData("v: |\n  \n  a\n", "\\na\\n")]
    [InlineData("v: |-\n \n\n  \n  a\n   b\n", "\\n\\n\\na\\n b")]
    [InlineData("v: >\n  \n  a\n  b\n", "\\na b\\n")]
    [InlineData("- v: |- # why\r\n    \r\n    a\r\n", "\\na")]
    public void A_block_may_begin_with_blank_lines(string yaml, string expected) =>
        Assert.Contains(
            $"\"v\":\"{expected}\"",
            SpecJson.Write(Read("x.yaml", yaml.StartsWith('-') ? "l:\n" + yaml : yaml)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Blank_lines_deeper_than_the_text_are_an_error() =>
        Assert.Throws<SpecFormatException>(() => Read("x.yaml", "v: |\n    \n  a\n"));

    [Theory]
    [InlineData("x.json", "{\"a\":\"\\ud800\"}")]
    [InlineData("x.json", "{\"a\":\"\\udc00\"}")]
    public void Half_a_surrogate_pair_is_replaced(string path, string text) => Assert.Equal("\uFFFD", Read(path, text).String("a"));

    [Fact]
    public void Half_a_surrogate_pair_in_the_text_itself_is_replaced() =>
        Assert.Equal("\uFFFD", Read("x.yaml", "a: " + (char)0xD800).String("a"));

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_replaced() => Assert.Equal(["\uFFFD"], Read("x.json", "{\"\\ud800\":1}").Names);

    [Theory]
    [InlineData("x.yaml", "a: [1", 2, 1)]
    [InlineData("x.yaml", "a: 1\nb: : :", 2, 4)]
    [InlineData("x.yaml", "a: 1\n\tb: 2", 1, 4)]
    [InlineData("x.yaml", "a: 1\nb: *none", 2, 4)]
    [InlineData("x.yaml", "a: 1\n? [x]\n: 2", 2, 3)]
    [InlineData("x.json", "{\"a\": ", 1, 6)]
    [InlineData("x.json", "{\n\"a\": ]}", 2, 6)]
    [InlineData("x.json", "{} {}", 1, 4)]
    [InlineData("x.yaml", "- 1", 1, 1)]
    [InlineData("x.json", "5", 1, 1)]
    [InlineData("x.yaml", "", 1, 1)]
    [InlineData("x.yaml", "# nothing\n", 1, 1)]
    [InlineData("x.json", "", 1, 1)]
    [InlineData("x.json", " ", 1, 1)]
    public void A_faulty_text_is_refused_where_it_is_faulty(string path, string text, int line, int column)
    {
        var fault = Assert.Throws<SpecFormatException>(() => Read(path, text));

        Assert.Equal((line, column), (fault.Line + 1, fault.Column + 1));
    }

    [Theory]
    [InlineData("x.yaml", "a: 1\nb: 2\na: 3", "the member 'a' is given twice", "/a", 3)]
    [InlineData("x.json", "{\"a\":{\n\"b/c\":1,\n\"b/c\":2}}", "the member 'b/c' is given twice", "/a/b~1c", 3)]
    [InlineData("x.yaml", "a: 1\n---\nb: 2", "the file holds more than one YAML document", "", 2)]
    public void What_is_ambiguous_is_refused(string path, string text, string message, string pointer, int line)
    {
        var fault = Assert.Throws<SpecFormatException>(() => Read(path, text));

        Assert.Equal((message, pointer, line), (fault.Message, fault.Pointer, fault.Line + 1));
    }

    [Theory]
    [InlineData("x.yaml", "[", "")]
    [InlineData("x.yaml", "{a: ", "")]
    [InlineData("x.json", "[", "")]
    [InlineData("x.json", "{\"a\":", "")]
    public void Nesting_without_end_is_refused_soon(string path, string open, string close)
    {
        var watch = Stopwatch.StartNew();
        Assert.Throws<SpecFormatException>(() => Read(path, "{ \"a\": " + string.Concat(Enumerable.Repeat(open, 10_000)) + close));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Indented_nesting_without_end_is_refused() =>
        Assert.Throws<SpecFormatException>(() =>
            Read("x.yaml", string.Join('\n', Enumerable.Range(0, 1_000).Select(static depth => new string(' ', depth) + "a:")))
        );

    [Theory]
    [InlineData("[x, x, x, x, x, x, x, x, x, x]", 10)]
    [InlineData("\"long text\"", 10_000)]
    public void Aliases_that_multiply_are_refused(string seed, int repeat)
    {
        var text =
            "a0: &a0 "
            + (seed[0] == '"' ? $"\"{new string('x', 10_000)}\"" : seed)
            + "\n"
            + string.Concat(
                Enumerable
                    .Range(1, 9)
                    .Select(level =>
                        $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", level == 1 ? repeat : 10))}]\n"
                    )
            );

        Assert.Contains("aliases", Assert.Throws<SpecFormatException>(() => Read("x.yaml", text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_inside_its_own_anchor_is_refused() => Assert.Throws<SpecFormatException>(() => Read("x.yaml", "a: &a [*a]"));

    [Fact]
    public void Reading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => SpecText.Read("x.yaml", "a: 1", new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("/paths", "2:8")]
    [InlineData("/paths/~1a", "3:9")]
    public void Every_value_knows_its_place(string pointer, string place)
    {
        var node = Read("x.yaml", "openapi: 3.0.3\npaths: \n  '/a': { get: {} }").Find(pointer)!;

        Assert.Equal(pointer == "/paths" ? "3:3" : place, $"{node.Line + 1}:{node.Column + 1}");
    }

    private static SpecNode Read(string path, string text) => SpecText.Read(path, text, CancellationToken.None);
}
