using KoreXo.Simulator.Requests;
using Newtonsoft.Json;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Strings of parameters and fields as values of their type, however oddly they are written.</summary>
public sealed class TextValueTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("-7", "-7")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("+7", "\"+7\"")]
    [InlineData("+0", "\"+0\"")]
    [InlineData("--7", "\"--7\"")]
    [InlineData("7-", "\"7-\"")]
    [InlineData("7 ", "\"7 \"")]
    [InlineData("7\n", "\"7\\n\"")]
    [InlineData("٧", "\"٧\"")]
    [InlineData("0x7", "\"0x7\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("1,000", "\"1,000\"")]
    [InlineData("1.0", "\"1.0\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("", "\"\"")]
    public void An_integer_is_digits_with_a_minus_at_most(string text, string expected) =>
        Assert.Equal(expected, Read("""{"type":"integer"}""", text));

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("-1.5e2", "-150")]
    [InlineData("1E+2", "100")]
    [InlineData("1.0", "1")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("+1.5", "\"+1.5\"")]
    [InlineData("+1.0", "\"+1.0\"")]
    [InlineData("1,5", "\"1,5\"")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("-Infinity", "\"-Infinity\"")]
    [InlineData("∞", "\"∞\"")]
    [InlineData("1e999", "\"1e999\"")]
    [InlineData("0x1p3", "\"0x1p3\"")]
    [InlineData("(1)", "\"(1)\"")]
    [InlineData("$1", "\"$1\"")]
    public void A_number_is_one_of_the_point_and_of_no_culture(string text, string expected) =>
        Assert.Equal(expected, Read("""{"type":"number"}""", text));

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("TRUE", "\"TRUE\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("", "\"\"")]
    public void A_truth_is_true_or_false(string text, string expected) => Assert.Equal(expected, Read("""{"type":"boolean"}""", text));

    [Theory]
    [InlineData("""{"type":"object"}""", """{"a":[1,null]}""", """{"a":[1,null]}""")]
    [InlineData("""{"type":"array"}""", "[1.0]", "[1]")]
    [InlineData("""{"type":"object"}""", "{", "\"{\"")]
    [InlineData("""{"type":"object"}""", "", "\"\"")]
    [InlineData(
        """{"type":"object"}""",
        """{"a":"\ud800"}""",
        """
            "{\"a\":\"\\ud800\"}"
            """
    )]
    [InlineData("""{"type":"object"}""", "7", "7")]
    [InlineData("""{"type":"array"}""", "a,b", "\"a,b\"")]
    public void An_object_or_a_list_is_JSON(string schema, string text, string expected) => Assert.Equal(expected, Read(schema, text));

    [Theory]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"boolean"}]}""", "5", "5")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"boolean"}]}""", "true", "true")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"boolean"}]}""", "x", "\"x\"")]
    [InlineData("""{"anyOf":[{"type":"integer","maximum":3},{"type":"string"}]}""", "5", "\"5\"")]
    [InlineData("""{"anyOf":[{"anyOf":[{"type":"boolean"}]},{"type":"integer"}]}""", "5", "5")]
    [InlineData("""{"anyOf":[{"type":"object"},{"type":"integer"}]}""", """{"a":1}""", """{"a":1}""")]
    [InlineData("""{}""", "5", "\"5\"")]
    [InlineData("""{"type":"string"}""", "true", "\"true\"")]
    [InlineData("""{"type":"string","format":"date"}""", "2026-01-01", "\"2026-01-01\"")]
    public void A_choice_is_read_as_the_first_that_takes_it(string schema, string text, string expected) =>
        Assert.Equal(expected, Read(schema, text));

    private static string Read(string schema, string text) =>
        TextValue.Read(JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult(), text).ToString(Formatting.None);
}
