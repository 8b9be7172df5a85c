using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>Scalars without quotes: which are numbers, how numbers are written as JSON, and what was written.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("+0", "0")]
    [InlineData("000", "0")]
    [InlineData("-0012", "-12")]
    [InlineData("99999999999999999999999999999999999999999", "99999999999999999999999999999999999999999")]
    [InlineData("0o0", "0")]
    [InlineData("0o17", "15")]
    [InlineData("0xff", "255")]
    [InlineData("0x7FFFFFFFFFFFFFF", "576460752303423487")]
    [InlineData("1.", "1")]
    [InlineData("-.5", "-0.5")]
    [InlineData("1.0", "1")]
    [InlineData("1e2", "100")]
    [InlineData("1E-2", "0.01")]
    [InlineData("+1.5e+2", "150")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e20", "1E+20")]
    public void A_number_is_one_in_JSON(string text, string number)
    {
        var node = YamlScalar.Plain(text, 0, 0);

        Assert.Equal((SpecNodeKind.Number, number), (node.Kind, node.Text));
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("0o8")]
    [InlineData("0xG")]
    [InlineData("0x")]
    [InlineData("-0x1")]
    [InlineData("0X1")]
    [InlineData("0b1")]
    [InlineData("1_000")]
    [InlineData("1,000")]
    [InlineData("1e")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    [InlineData("12\n")]
    [InlineData("1.5\n")]
    [InlineData("2024-01-01")]
    [InlineData("12:30:45")]
    [InlineData(".inf")]
    [InlineData(".NaN")]
    [InlineData("yes")]
    [InlineData("No")]
    [InlineData("tRUE")]
    [InlineData("nULL")]
    [InlineData("None")]
    public void Everything_else_is_a_string(string text)
    {
        var node = YamlScalar.Plain(text, 0, 0);

        Assert.Equal((SpecNodeKind.String, text), (node.Kind, node.Text));
    }

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("007", "7")]
    [InlineData("1e3", "1000")]
    [InlineData("0x1F", "31")]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("abc", "abc")]
    [InlineData("12", "12")]
    public void What_was_written_is_kept_beside_what_it_means(string text, string value)
    {
        var node = YamlScalar.Plain(text, 0, 0);

        Assert.Equal((text, value), (node.Written, node.Text));
    }

    [Theory]
    [InlineData("1.0", "1.0")]
    [InlineData("1E3", "1E3")]
    [InlineData("-0", "-0")]
    [InlineData("\"1.0\"", "1.0")]
    [InlineData("true", "true")]
    public void A_number_of_JSON_is_kept_as_written_too(string json, string written) =>
        Assert.Equal(written, SpecText.Read("x.json", $$"""{"v":{{json}}}""", CancellationToken.None)["v"]!.Written);

    [Fact]
    public void A_copy_says_what_was_written() =>
        Assert.Equal("1.0", SpecText.Read("x.yaml", "v: 1.0", CancellationToken.None).Copy("part.yaml")["v"]!.Written);

    [Theory]
    [InlineData("!!int '12\n'")]
    [InlineData("!!float \"1.5\\n\"")]
    public void A_tag_makes_no_number_of_a_text_with_a_line_break(string yaml) =>
        Assert.Equal(SpecNodeKind.String, SpecText.Read("x.yaml", "v: " + yaml, CancellationToken.None)["v"]!.Kind);
}
