namespace KoreXo.Simulator.Tests.Generation;

/// <summary>What the schemas of a document allow and what they do not, where readers of JSON Schema are often careless.</summary>
public sealed class SchemaStrictnessTests
{
    [Theory]
    [InlineData("""{"type":"string","pattern":"^[a-z]+$"}""", "\"abc\\n\"")]
    [InlineData("""{"type":"string","pattern":"^[0-9]{4}$"}""", "\"2026\\n\"")]
    [InlineData("""{"type":"string","pattern":"^(a|b)$"}""", "\"a\\n\"")]
    [InlineData("""{"type":"string","pattern":"^a$|^b$"}""", "\"a\\n\"")]
    public async Task A_line_break_behind_the_end_of_a_pattern_is_not_allowed(string schema, string value) =>
        Assert.False(AnySchema.Allows(await AnySchema.ReadAsync(schema), value));

    [Theory]
    [InlineData("^[a-z]+$", "\"abc\"")]
    [InlineData("^[$]$", "\"$\"")]
    [InlineData("^\\\\$$", "\"$\"")]
    [InlineData("^[a$]+$", "\"a$\"")]
    [InlineData("a", "\"bab\\n\"")]
    [InlineData("^[^a]$", "\"\\n\"")]
    [InlineData("^a\\n$", "\"a\\n\"")]
    public async Task A_pattern_allows_what_it_says(string pattern, string value) =>
        Assert.True(AnySchema.Allows(await AnySchema.ReadAsync($$"""{"type":"string","pattern":"{{pattern}}"}"""), value));

    [Theory]
    [InlineData("""{"enum":[1,2]}""", "1", true)]
    [InlineData("""{"enum":[1,2]}""", "1.0", true)]
    [InlineData("""{"enum":[1,2]}""", "\"1\"", false)]
    [InlineData("""{"enum":[1,2]}""", "true", false)]
    [InlineData("""{"enum":[true]}""", "true", true)]
    [InlineData("""{"enum":[true]}""", "\"True\"", false)]
    [InlineData("""{"enum":["1"]}""", "1", false)]
    [InlineData("""{"enum":["1"]}""", "\"1\"", true)]
    [InlineData("""{"enum":["a",null]}""", "null", true)]
    [InlineData("""{"enum":["a"]}""", "null", false)]
    [InlineData("""{"enum":["a",1]}""", "1", true)]
    [InlineData("""{"enum":["a",1]}""", "\"a\"", true)]
    public async Task A_value_of_an_enum_has_its_kind(string schema, string value, bool isAllowed) =>
        Assert.Equal(isAllowed, AnySchema.Allows(await AnySchema.ReadAsync(schema), value));

    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0", true)]
    [InlineData("""{"type":"integer"}""", "1e2", true)]
    [InlineData("""{"type":"integer"}""", "1.5", false)]
    [InlineData("""{"type":"integer"}""", "9223372036854775808", false)]
    [InlineData("""{"type":"number","maximum":1}""", "1e999", false)]
    [InlineData("""{"type":"number","minimum":-1}""", "-1e999", false)]
    [InlineData("""{"type":"number","minimum":0,"exclusiveMinimum":true}""", "0", false)]
    [InlineData("""{"type":"number","minimum":0,"exclusiveMinimum":true}""", "1e-9", true)]
    [InlineData("""{"type":"number","multipleOf":0.01}""", "0.07", true)]
    [InlineData("""{"type":"number","multipleOf":0.01}""", "19.99", true)]
    [InlineData("""{"type":"number","multipleOf":0.01}""", "0.075", false)]
    [InlineData("""{"type":"integer","multipleOf":7}""", "9223372036854775807", true)]
    [InlineData("""{"type":"integer","multipleOf":7}""", "9223372036854775806", false)]
    [InlineData("""{"type":"number","multipleOf":1e-20}""", "79228162514264337593543950335", true)]
    public async Task A_number_counts_by_its_value(string schema, string value, bool isAllowed) =>
        Assert.Equal(isAllowed, AnySchema.Allows(await AnySchema.ReadAsync(schema), value));

    [Theory]
    [InlineData("""{"type":"string","maxLength":1}""", "\"😀😀\"", false)]
    [InlineData("""{"type":"string","minLength":1}""", "\"\"", false)]
    [InlineData("""{"type":"string","maxLength":0}""", "\"\"", true)]
    [InlineData("""{"type":"string","maxLength":0}""", "\"a\"", false)]
    public async Task The_length_of_a_string_is_that_of_its_characters(string schema, string value, bool isAllowed) =>
        Assert.Equal(isAllowed, AnySchema.Allows(await AnySchema.ReadAsync(schema), value));

    [Theory]
    [InlineData("date-time", "2026-01-31T09:30:00Z", true)]
    [InlineData("date-time", "2026-01-31T09:30:00.123456+02:00", true)]
    [InlineData("date-time", "2026-02-30T09:30:00Z", false)]
    [InlineData("date-time", "yesterday", false)]
    [InlineData("date-time", "10:00", false)]
    [InlineData("date-time", "", false)]
    [InlineData("date", "2026-01-31", true)]
    [InlineData("date", "2026-1-31", false)]
    [InlineData("date", "2026-01-31T00:00:00Z", false)]
    [InlineData("date", "2025-02-29", false)]
    public async Task A_date_is_one_of_the_calendar(string format, string value, bool isAllowed) =>
        Assert.Equal(
            isAllowed,
            AnySchema.Allows(await AnySchema.ReadAsync($$"""{"type":"string","format":"{{format}}"}"""), $"\"{value}\"")
        );

    [Theory]
    [InlineData("""[1,1]""", false)]
    [InlineData("""["a","b"]""", true)]
    [InlineData("""[[1],[1]]""", false)]
    [InlineData("""[]""", true)]
    public async Task Items_are_unique_if_none_equals_another(string value, bool isAllowed) =>
        Assert.Equal(isAllowed, AnySchema.Allows(await AnySchema.ReadAsync("""{"type":"array","uniqueItems":true,"items":{}}"""), value));

    [Theory]
    [InlineData("""{"type":"object","additionalProperties":false,"properties":{"a":{"type":"integer"}}}""", """{"a":1,"A":1}""", false)]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", """{"x":"1"}""", false)]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", """{"x":1}""", true)]
    [InlineData("""{"type":"object","minProperties":1}""", "{}", false)]
    [InlineData("""{"type":"object","maxProperties":1}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","nullable":true}}}""", """{"a":null}""", true)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", """{"a":null}""", false)]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"type":"string","nullable":true}}}""", "{}", false)]
    [InlineData("""{"not":{"type":"string"}}""", "\"a\"", false)]
    [InlineData("""{"not":{"type":"string"}}""", "1", true)]
    public async Task An_object_has_the_members_that_its_schema_allows(string schema, string value, bool isAllowed) =>
        Assert.Equal(isAllowed, AnySchema.Allows(await AnySchema.ReadAsync(schema), value));
}
