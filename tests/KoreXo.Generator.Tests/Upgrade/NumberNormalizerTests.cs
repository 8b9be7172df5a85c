namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>Numbers that may also be strings of digits, as ASP.NET Core describes its own.</summary>
public sealed class NumberNormalizerTests
{
    [Theory]
    [InlineData(@"{ type: [integer, string], pattern: '^-?(?:0|[1-9]\d*)$', format: int32 }", "integer")]
    [InlineData("{ type: [string, number], format: double }", "number")]
    [InlineData(@"{ type: [number, string], pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$' }", "number")]
    public void A_number_or_a_string_of_digits_is_a_number(string schema, string type) =>
        Assert.Contains($"\"type\":\"{type}\"", NormalForm.Schema(schema), StringComparison.Ordinal);

    // Five digits are a postal code, which loses its leading zero as a number.
    [Theory]
    [InlineData(@"{ type: [integer, string], pattern: '^\d{5}$' }")]
    [InlineData(@"{ type: [integer, string], pattern: '^\d+-\d+$' }")]
    [InlineData("{ type: [integer, string], pattern: '^[a-f0-9]+$' }")]
    [InlineData("{ type: [integer, string] }")]
    [InlineData("{ type: [integer, string], format: date }")]
    public void A_string_that_may_be_something_else_stays_a_choice(string schema) =>
        Assert.Contains("\"anyOf\":[{\"type\":\"integer\"", NormalForm.Schema(schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("int32", "integer")]
    [InlineData("uint64", "integer")]
    [InlineData("float", "number")]
    [InlineData("decimal128", "number")]
    [InlineData("date-time", "string")]
    [InlineData("uuid", "string")]
    [InlineData("binary", "string")]
    public void A_format_alone_says_the_type(string format, string type) =>
        Assert.Equal($$"""{"format":"{{format}}","type":"{{type}}"}""", NormalForm.Schema($"{{ format: {format} }}"));

    [Theory]
    [InlineData("{ format: phone }", """{"format":"phone"}""")]
    [InlineData("{ format: int32, properties: { a: { type: string } } }", """{"format":"int32","properties":{"a":{"type":"string"}}}""")]
    public void A_format_that_says_none_adds_none(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData("{ oneOf: [{ type: integer }, { type: string, format: int64 }] }", """{"oneOf":[{"type":"integer"}]}""")]
    [InlineData(
        "{ anyOf: [{ type: string, pattern: '^[0-9]+$' }, { type: number }, { type: boolean }] }",
        """{"anyOf":[{"type":"number"},{"type":"boolean"}]}"""
    )]
    [InlineData("{ oneOf: [{ type: integer }, { type: string }] }", """{"oneOf":[{"type":"integer"},{"type":"string"}]}""")]
    public void A_choice_of_a_number_and_its_string_loses_the_string(string schema, string expected) =>
        Assert.Equal(expected, NormalForm.Schema(schema));
}
