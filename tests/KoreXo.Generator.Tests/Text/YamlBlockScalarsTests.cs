using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>Literal and folded blocks, as descriptions are written.</summary>
public sealed class YamlBlockScalarsTests
{
    [Theory]
    [InlineData("d: |\n  a\n  b", "a\nb")]
    [InlineData("d: |\n  a\n\n\n", "a\n")]
    [InlineData("d: |-\n  a\n\n", "a")]
    [InlineData("d: |+\n  a\n\n", "a\n\n")]
    [InlineData("d: >\n  a\n  b\n\n  c\n", "a b\nc\n")]
    [InlineData("d: >\n  a\n    b\n  c\n", "a\n  b\nc\n")]
    [InlineData("d: |2\n    a\n   b\n", "  a\n b\n")]
    [InlineData("d: |2-\n    a\n", "  a")]
    [InlineData("d: |-2\n    a\n", "  a")]
    [InlineData("d: | # remark\n  # text\n  a\n", "# text\na\n")]
    [InlineData("d: |\n  a: b\n  - c\n  {d}\n", "a: b\n- c\n{d}\n")]
    [InlineData("d: |\n  a\t\n  \tb\n", "a\t\n\tb\n")]
    [InlineData("d: |\r\n  a\r\n  b\r\n", "a\nb\n")]
    [InlineData("d: |\n", "")]
    [InlineData("d: >-\n\n  a\n", "\na")]
    [InlineData("d: |\n  ---\n  ...\n", "---\n...\n")]
    public void A_block_is_the_text_below_its_head(string yaml, string text) => Assert.Equal(text, Read(yaml).String("d"));

    [Fact]
    public void What_follows_a_block_is_read_where_it_is()
    {
        var root = Read("d: |\n  \n  a\n# remark\ne: [1]\n");

        Assert.Equal("\na\n", root.String("d"));
        Assert.Equal((4, 3), (root["e"]!.Line, root["e"]!.Column));
    }

    [Theory]
    [InlineData("a: |\n  x\nb: |\n \n  y\n", "a: |\n  x\nb: |\n\n  y\n")]
    [InlineData("a: |\n  \n \n   x\n", "a: |\n\n\n   x\n")]
    [InlineData("a: |\n     \n  \n   x\n", "a: |\n     \n\n   x\n")]
    [InlineData("a: |\n  \n", "a: |\n  \n")]
    [InlineData("a: |\r\n  \r\n  x\r\n", "a: |\r\n\r\n  x\r\n")]
    [InlineData("a: x|\n  \n  y\n", "a: x|\n  \n  y\n")]
    [InlineData("- |\n  \n  y\n", "- |\n\n  y\n")]
    [InlineData("a: !!str |\n  \n  y\n", "a: !!str |\n\n  y\n")]
    public void Only_spaces_of_blank_lines_behind_a_head_go(string yaml, string expected) =>
        Assert.Equal(expected, YamlBlockScalars.WithoutBlankHeads(yaml));

    [Fact]
    public void An_error_elsewhere_is_where_it_was_after_the_blank_lines_are_gone()
    {
        var failure = Assert.Throws<SpecFormatException>(() => Read("d: |\n  \n  a\ne: *x"));

        Assert.Equal((3, 3), (failure.Line, failure.Column));
    }

    private static SpecNode Read(string yaml) => SpecText.Read("x.yaml", yaml, CancellationToken.None);
}
