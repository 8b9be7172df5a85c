using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Tests.Generation;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>What the author of a request reads about each rule of a schema.</summary>
public sealed class FaultTextTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "1", "a string is expected")]
    [InlineData("""{"type":"number"}""", "\"1\"", "a number is expected")]
    [InlineData("""{"type":"integer"}""", "1.5", "an integer of at most 64 bits is expected")]
    [InlineData("""{"type":"boolean"}""", "\"true\"", "true or false is expected")]
    [InlineData("""{"type":"object"}""", "[]", "an object is expected")]
    [InlineData("""{"type":"array"}""", "{}", "an array is expected")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"c\"", "one of 'a', 'b' is expected")]
    [InlineData("""{"type":"integer","enum":[1]}""", "2", "one of '1' is expected")]
    [InlineData("""{"type":"string","pattern":"^[a-z]+$"}""", "\"A\"", "it does not match the pattern ^[a-z]+$")]
    [InlineData("""{"type":"string","minLength":1}""", "\"\"", "at least 1 character is expected")]
    [InlineData("""{"type":"string","minLength":2}""", "\"\"", "at least 2 characters are expected")]
    [InlineData("""{"type":"string","maxLength":1}""", "\"ab\"", "at most 1 character is allowed")]
    [InlineData("""{"type":"number","minimum":0.5}""", "0.25", "it is below 0.5")]
    [InlineData("""{"type":"number","maximum":1e6}""", "1000001", "it is above 1000000")]
    [InlineData("""{"type":"number","minimum":1,"exclusiveMinimum":true}""", "1", "it is below 1")]
    [InlineData("""{"type":"integer","multipleOf":5}""", "7", "it is not a multiple of 5")]
    [InlineData("""{"type":"number","multipleOf":0.01}""", "0.005", "it is not a multiple of 0.01")]
    [InlineData("""{"type":"array","minItems":1}""", "[]", "at least 1 item is expected")]
    [InlineData("""{"type":"array","uniqueItems":true}""", "[1,1]", "its items are not unique")]
    [InlineData("""{"type":"object","minProperties":2}""", """{"a":1}""", "at least 2 members are expected")]
    [InlineData("""{"type":"object","maxProperties":1}""", """{"a":1,"b":1}""", "at most 1 member is allowed")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"yesterday\"", "a date and time such as 2026-01-31T09:30:00Z is expected")]
    [InlineData("""{"type":"string","format":"date"}""", "\"2026\"", "a date such as 2026-01-31 is expected")]
    public async Task Each_rule_is_explained_in_words(string schema, string value, string text) =>
        Assert.Equal([("", text)], await FindAsync(schema, value));

    [Theory]
    [InlineData("""{"type":"object","required":["a"]}""", "{}", "/a", "it is required")]
    [InlineData("""{"type":"object","required":["a/b~c"]}""", "{}", "/a~1b~0c", "it is required")]
    [InlineData(
        """{"type":"object","additionalProperties":false,"properties":{"a":{},"b":{}}}""",
        """{"c":1}""",
        "/c",
        "this member is not known; known are a, b"
    )]
    [InlineData("""{"type":"object","additionalProperties":false}""", """{"c":1}""", "/c", "this member is not known")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"array","items":{"type":"integer"}}}}""",
        """{"a":[1,"x"]}""",
        "/a/1",
        "an integer of at most 64 bits is expected"
    )]
    [InlineData(
        """{"type":"object","properties":{"a.b":{"type":"integer"}}}""",
        """{"a.b":"x"}""",
        "/a.b",
        "an integer of at most 64 bits is expected"
    )]
    [InlineData(
        """{"type":"object","additionalProperties":{"type":"integer"}}""",
        """{"[0]":"x"}""",
        "/[0]",
        "an integer of at most 64 bits is expected"
    )]
    [InlineData("""{"allOf":[{"type":"object","required":["a"]},{"type":"object"}]}""", "{}", "/a", "it is required")]
    public async Task The_place_of_an_error_is_a_pointer(string schema, string value, string pointer, string text) =>
        Assert.Equal([(pointer, text)], await FindAsync(schema, value));

    [Fact]
    public async Task Each_error_is_reported_once_and_all_are() =>
        Assert.Equal(
            [("/a", "it is required"), ("/b", "a string is expected"), ("/c", "it is above 3")],
            await FindAsync(
                """{"type":"object","required":["a"],"properties":{"a":{},"b":{"type":"string"},"c":{"type":"integer","maximum":3}}}""",
                """{"b":1,"c":4}"""
            )
        );

    private static async Task<IEnumerable<(string Pointer, string Text)>> FindAsync(string schema, string value)
    {
        var (_, tree) = SentJson.Parse(System.Text.Encoding.UTF8.GetBytes(value));
        return SchemaCheck.Find(await AnySchema.ReadAsync(schema), tree).OrderBy(fault => fault.Pointer, StringComparer.Ordinal);
    }
}
