using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>Whole YAML files: how they begin and end, what is in them by reference, and where their errors are.</summary>
public sealed class YamlSpecReaderTests
{
    [Theory]
    [InlineData("\uFEFF---\na: 1")]
    [InlineData("\uFEFF# remark\na: 1")]
    [InlineData("%YAML 1.2\n---\na: 1")]
    [InlineData("%TAG !e! tag:example.test,2000:\n---\na: !!int 1")]
    [InlineData("--- { a: 1 }")]
    [InlineData("--- &root\na: 1")]
    [InlineData("--- !!map\na: 1")]
    [InlineData("a: 1\n...")]
    [InlineData("a: 1\n...\n...\n")]
    [InlineData("a: 1\n...\n# remark\n")]
    [InlineData("a: 1 # remark")]
    [InlineData("a: 1\r")]
    [InlineData("a: 1   \t  \n\n\n")]
    [InlineData("{\n\ta: 1\n}")]
    [InlineData("a:\t1")]
    [InlineData("a: 1\t# remark")]
    [InlineData("\"a\" : 1")]
    [InlineData("'a': 1")]
    [InlineData("? \"a\"\n: 1")]
    public void A_file_may_begin_and_end_in_many_ways(string yaml) => Assert.Equal("""{"a":1}""", Json(yaml));

    [Theory]
    [InlineData("a: 1\n---\nb: 2\n", 2)]
    [InlineData("a: 1\n--- # remark\n", 2)]
    [InlineData("a: 1\n...\n---\nb: 2\n", 3)]
    [InlineData("---\na: 1\n\n\n---\n---\n", 5)]
    public void A_second_document_is_refused_where_it_begins(string yaml, int line)
    {
        var failure = Refusal(yaml);

        Assert.Equal(("the file holds more than one YAML document", line), (failure.Message, failure.Line + 1));
    }

    [Theory]
    [InlineData("a: 1\0\nb: 2", 1)]
    [InlineData("a: 1\nb: \0", 2)]
    [InlineData("a: 1\n\0", 2)]
    [InlineData("a: 'x\0y'\nb: 2", 1)]
    [InlineData("a: |\n  x\n  \0\nb: 2", 3)]
    [InlineData("# remark \0\na: 1\nb: 2", 1)]
    [InlineData("\0a: 1", 1)]
    public void Nothing_is_lost_behind_a_NUL(string yaml, int line) => Assert.Equal(line, Refusal(yaml).Line + 1);

    [Theory]
    [InlineData("a: &x\nb: *x", """{"a":null,"b":null}""")]
    [InlineData("a: &x ''\nb: *x", """{"a":"","b":""}""")]
    [InlineData("a: &x !!str 5\nb: *x", """{"a":"5","b":"5"}""")]
    [InlineData("a: !!str &x 5\nb: *x", """{"a":"5","b":"5"}""")]
    [InlineData("a: &x { b: &y 1 }\nc: [*x, *y]", """{"a":{"b":1},"c":[{"b":1},1]}""")]
    [InlineData("a: &x 1\nb: { c: &x 2 }\nd: *x", """{"a":1,"b":{"c":2},"d":2}""")]
    [InlineData("a: &x-y.z/1 1\nb: *x-y.z/1", """{"a":1,"b":1}""")]
    [InlineData("a: &x |\n  t\nb: *x", """{"a":"t\n","b":"t\n"}""")]
    [InlineData("a: [&x { b: 1 }, *x]", """{"a":[{"b":1},{"b":1}]}""")]
    public void An_alias_is_the_last_value_with_its_anchor(string yaml, string json) => Assert.Equal(json, Json(yaml));

    [Theory]
    [InlineData("&k null: 1\nb: { *k : 2 }", """{"null":1,"b":{"null":2}}""")]
    [InlineData("&k 1.50: 1\nb: { *k : 2 }", """{"1.50":1,"b":{"1.50":2}}""")]
    [InlineData("a: &k 0200\nb: { *k : 2 }", """{"a":200,"b":{"0200":2}}""")]
    [InlineData("a: &k True\nb: { *k : 2 }", """{"a":true,"b":{"True":2}}""")]
    [InlineData("a: &k 'x y'\nb: { *k : 2 }", """{"a":"x y","b":{"x y":2}}""")]
    public void A_name_by_alias_is_the_text_that_is_written_at_the_anchor(string yaml, string json) => Assert.Equal(json, Json(yaml));

    [Theory]
    [InlineData("'': 1", """{"":1}""")]
    [InlineData("{ : 1 }", """{"":1}""")]
    [InlineData("{ a, b: 1 }", """{"a":null,"b":1}""")]
    [InlineData("{ 'a':1 }", """{"a":1}""")]
    [InlineData("a b: 1", """{"a b":1}""")]
    [InlineData("/pets/{id}: 1", """{"/pets/{id}":1}""")]
    [InlineData("a#b: x#y", """{"a#b":"x#y"}""")]
    [InlineData("$ref: '#/a'", """{"$ref":"#/a"}""")]
    [InlineData("a: b:c", """{"a":"b:c"}""")]
    [InlineData("<<: { a: 1 }\n<<: { b: 2 }", """{"a":1,"b":2}""")]
    [InlineData("? '<<'\n: { a: 1 }", """{"<<":{"a":1}}""")]
    [InlineData("=: 1", """{"=":1}""")]
    public void A_name_is_what_is_written(string yaml, string json) => Assert.Equal(json, Json(yaml));

    [Theory]
    [InlineData("a: { b: [1, { c: 2, c: 3 }] }", "the member 'c' is given twice", "/a/b/1/c", 1, 21)]
    [InlineData("a:\n  x/y: 1\n  x/y: 2", "the member 'x/y' is given twice", "/a/x~1y", 3, 3)]
    [InlineData("a: { '': 1, '': 2 }", "the member '' is given twice", "/a/", 1, 13)]
    [InlineData("a: [x, *y]", "the alias '*y' has no anchor before it", "/a/1", 1, 8)]
    [InlineData("a: { <<: *y }", "the alias '*y' has no anchor before it", "/a/<<", 1, 10)]
    [InlineData("a: { <<: [{}, []] }", "'<<' takes a mapping, or a list of mappings", "/a/<<", 1, 6)]
    [InlineData("a: { <<: ~ }", "'<<' takes a mapping, or a list of mappings", "/a/<<", 1, 6)]
    [InlineData("a: 1\nb: { { c: 1 } : 2 }", "the name of a member must be a plain string", "/b", 2, 6)]
    public void An_error_has_its_pointer_and_its_place(string yaml, string message, string pointer, int line, int column)
    {
        var failure = Refusal(yaml);

        Assert.Equal((message, pointer, line, column), (failure.Message, failure.Pointer, failure.Line + 1, failure.Column + 1));
    }

    [Theory]
    [InlineData("a: \"\\q\"")]
    [InlineData("a: \"\\xZZ\"")]
    [InlineData("a: \"\\U00110000\"")]
    [InlineData("a: \"\\uD800\"")]
    [InlineData("a: 'x")]
    [InlineData("a: [1, 2")]
    [InlineData("a: [1\nb: 2")]
    [InlineData("a:\n  b: { c: 1,\nd: 2 }")]
    [InlineData("a: { b: [x,\ny]\n}")]
    [InlineData("a: }")]
    [InlineData("a: @x")]
    [InlineData("a: `x`")]
    [InlineData("a: %x")]
    [InlineData("a: !<x")]
    [InlineData("a: & 1")]
    [InlineData("a: * ")]
    [InlineData("a: |9x\n  b")]
    [InlineData("a: 1\n b: 2")]
    [InlineData("- a\nb: 1")]
    [InlineData("%YAML 2.0\n---\na: 1")]
    [InlineData("%YAML 1.1\n%YAML 1.1\n---\na: 1")]
    [InlineData("a: !x!y 1")]
    [InlineData("? a\nb")]
    public void What_is_no_YAML_is_refused_with_a_place(string yaml) => Assert.InRange(Refusal(yaml).Line, 0, 2);

    [Theory]
    [InlineData("a: 1\ntags: [x\nb: 2", "/tags", 2)]
    [InlineData("a:\n  b: { c: 1,\nd: 2 }", "/a/b", 2)]
    public void A_bracket_that_is_not_closed_is_found(string yaml, string pointer, int line)
    {
        var failure = Refusal(yaml);

        Assert.Equal(
            ("a list or mapping in brackets goes on left of its member; close it, or indent it", pointer, line),
            (failure.Message, failure.Pointer, failure.Line + 1)
        );
    }

    [Theory]
    [InlineData(199, true)]
    [InlineData(201, false)]
    public void Nesting_is_limited_by_aliases_too(int levels, bool isRead)
    {
        // Each list has the one before in it, so that the text is flat and the tree is deep.
        var yaml =
            "a0: &a0 []\n" + string.Concat(Enumerable.Range(1, levels).Select(static level => $"a{level}: &a{level} [*a{level - 1}]\n"));

        Assert.Equal(isRead, Record.Exception(() => Read(yaml)) is null);
    }

    [Fact]
    public void Too_much_by_alias_is_too_large_and_not_wrong()
    {
        var yaml =
            "a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n"
            + string.Concat(
                Enumerable
                    .Range(1, 6)
                    .Select(static level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n")
            );
        var failure = Refusal(yaml);

        Assert.Equal((true, 5), (failure.IsTooLarge, failure.Line));
    }

    private static string Json(string yaml) => SpecJson.Write(Read(yaml));

    private static SpecFormatException Refusal(string yaml) => Assert.Throws<SpecFormatException>(() => Read(yaml));

    private static SpecNode Read(string yaml) => SpecText.Read("x.yaml", yaml, CancellationToken.None);
}
