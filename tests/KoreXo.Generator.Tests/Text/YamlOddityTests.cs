using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>YAML that people and their tools write, beside what everybody writes.</summary>
public sealed class YamlOddityTests
{
    [Theory]
    [InlineData("--- # head\na: 1\n...\n", """{"a":1}""")]
    [InlineData("%YAML 1.1\n---\na: yes\n", """{"a":"yes"}""")]
    [InlineData("\n\n# only a comment\na: 1", """{"a":1}""")]
    [InlineData("a: 1\r\nb:\r\n  - 2\r\n", """{"a":1,"b":[2]}""")]
    [InlineData("a: \"x\r\n  y\"", """{"a":"x y"}""")]
    [InlineData("? a\n: 1", """{"a":1}""")]
    [InlineData("? &k a\n: 1\nb: *k", """{"a":1,"b":"a"}""")]
    [InlineData("200: ok\n1.50: x\nnull: y\ntrue: z", """{"200":"ok","1.50":"x","null":"y","true":"z"}""")]
    [InlineData("a: !!map { b: !!seq [ !!str 5 ] }", """{"a":{"b":["5"]}}""")]
    [InlineData("a: !custom x\nb: !custom { c: 1 }", """{"a":"x","b":{"c":1}}""")]
    [InlineData("a: 0777\nb: 0o777\nc: 0b1\nd: 1_0\ne: 1:30", """{"a":777,"b":511,"c":"0b1","d":"1_0","e":"1:30"}""")]
    [InlineData("a: .5\nb: 5.\nc: +.5e-1\nd: -.inf\ne: 1e400", """{"a":0.5,"b":5,"c":0.05,"d":"-.inf","e":"1e400"}""")]
    [InlineData("a: 'it''s'\nb: \"\\x41\\e\"\nc: 'x\n\n  y'", """{"a":"it's","b":"A\u001b","c":"x\ny"}""")]
    [InlineData("a: {b: 1,c: [1,],}", """{"a":{"b":1,"c":[1]}}""")]
    [InlineData("a:\n- 1\n-   - 2\n    - 3", """{"a":[1,[2,3]]}""")]
    [InlineData("a: >-\n  x\n   y\n\n  z", """{"a":"x\n y\n\nz"}""")]
    [InlineData("a: &x 1\nb: &x 2\nc: *x", """{"a":1,"b":2,"c":2}""")]
    public void It_is_read_as_it_is_meant(string yaml, string json) => Assert.Equal(json, SpecJson.Write(Read(yaml)));

    [Theory]
    [InlineData("a: 1\n\"a\": 2", "the member 'a' is given twice", "/a", 2)]
    [InlineData("x: { b: 1, ? b : 2 }", "the member 'b' is given twice", "/x/b", 1)]
    [InlineData("a: &k b\nc: { b: 1, *k : 2 }", "the member 'b' is given twice", "/c/b", 2)]
    [InlineData("a: 1\n200: x\n'200': y", "the member '200' is given twice", "/200", 3)]
    [InlineData("a: &n [1]\nb: { *n : 1 }", "the name of a member must be a plain string", "/b", 2)]
    [InlineData("a: { *none : 1 }", "the name of a member must be a plain string", "/a", 1)]
    [InlineData("a: { b: *none }", "the alias '*none' has no anchor before it", "/a/b", 1)]
    [InlineData("a: &n { x: *n }", "the alias '*n' has no anchor before it", "/a/x", 1)]
    [InlineData("a: { <<: x }", "'<<' takes a mapping, or a list of mappings", "/a/<<", 1)]
    [InlineData("a: 1\n---\n", "the file holds more than one YAML document", "", 2)]
    [InlineData("# nothing", "the document is empty", "", 1)]
    public void What_is_ambiguous_is_refused_at_its_pointer(string yaml, string message, string pointer, int line)
    {
        var failure = Assert.Throws<SpecFormatException>(() => Read(yaml));

        Assert.Equal((message, pointer, line), (failure.Message, failure.Pointer, failure.Line + 1));
    }

    [Fact]
    public void An_anchored_value_that_is_used_often_is_one_node()
    {
        var root = Read("a: &n { x: 1 }\nb: *n\nc: [*n]");

        Assert.Same(root["a"], root["b"]);
        Assert.Same(root["a"], root.Find("/c/0"));
    }

    [Theory]
    [InlineData("a: |\n\n  x\n", false)]
    [InlineData("a: |2\n  \n  x\n", false)]
    [InlineData("a: x|\n  \nb: 1\n", false)]
    [InlineData("a: |\n  \n  x\n", true)]
    [InlineData("- >+ # why\n \n  x\n", true)]
    [InlineData("a: |\n    \n  x\n", false)]
    public void Only_blank_lines_at_the_beginning_of_a_block_lose_their_spaces(string yaml, bool isChanged) =>
        Assert.Equal(isChanged, !ReferenceEquals(yaml, YamlBlockScalars.WithoutBlankHeads(yaml)));

    private static SpecNode Read(string yaml) => SpecText.Read("x.yaml", yaml, CancellationToken.None);
}
