namespace KoreXo.Simulator.Tests.Generation;

/// <summary>Values of schemas that several parts describe together: all parts count, not only the first.</summary>
public sealed class ComposedSchemaTests
{
    private const string Named = """
        "Name": { "type": "string", "minLength": 5 },
        "Count": { "type": "integer", "minimum": 1000 },
        "State": { "type": "string", "enum": ["open", "paid", "gone"] },
        "Animal": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "age": { "type": "integer" } } },
        "Tags": { "type": "array", "items": { "type": "string" } }
        """;

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Count"},{"maximum":1001}]}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Count"},{"type":"integer","maximum":1001}]}""")]
    [InlineData("""{"allOf":[{"type":"integer","maximum":1001},{"$ref":"#/components/schemas/Count"}]}""")]
    [InlineData("""{"allOf":[{"type":"number"},{"type":"integer","minimum":7,"maximum":8}]}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Count"},{"multipleOf":7}]}""")]
    [InlineData("""{"type":"integer","allOf":[{"minimum":5},{"maximum":6}]}""")]
    public Task A_number_is_within_the_bounds_of_all_parts(string schema) => AssertValidAsync(schema);

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Name"},{"maxLength":5}]}""")]
    [InlineData("""{"allOf":[{"type":"string","maxLength":3},{"minLength":3}]}""")]
    [InlineData("""{"allOf":[{"type":"string"},{"pattern":"^[a-f]{4}$"}]}""")]
    [InlineData("""{"allOf":[{"type":"string"},{"format":"uuid"}]}""")]
    [InlineData("""{"type":"string","allOf":[{"minLength":30}]}""")]
    [InlineData("""{"allOf":[{"allOf":[{"$ref":"#/components/schemas/Name"}]},{"maxLength":6}]}""")]
    public Task A_string_is_what_all_parts_allow(string schema) => AssertValidAsync(schema);

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/State"},{"enum":["paid"]}]}""", "\"paid\"")]
    [InlineData("""{"allOf":[{"enum":["open","paid"]},{"enum":["paid","gone"]}]}""", "\"paid\"")]
    [InlineData("""{"allOf":[{"type":"string"},{"enum":["gone"]}]}""", "\"gone\"")]
    [InlineData("""{"type":"string","allOf":[{"enum":["gone"]}]}""", "\"gone\"")]
    public async Task A_value_of_an_enum_is_one_of_each_part(string schema, string expected) =>
        Assert.All(AnySchema.Values(await AnySchema.ReadAsync(schema, Named)), value => Assert.Equal(expected, value));

    [Theory]
    [InlineData("""{"properties":{"kind":{"type":"string","enum":["cat"]}}}""")]
    [InlineData("""{"type":"object","properties":{"kind":{"enum":["cat"]}}}""")]
    [InlineData("""{"required":["age"],"properties":{"age":{"minimum":3,"maximum":4}}}""")]
    [InlineData("""{"required":["age"],"properties":{"age":{"type":"integer","minimum":1000000}}}""")]
    public Task A_member_that_a_part_narrows_is_narrow(string part) =>
        AssertValidAsync($$"""{"allOf":[{"$ref":"#/components/schemas/Animal"},{{part}}]}""");

    [Fact]
    public async Task A_member_that_an_object_narrows_itself_is_narrow()
    {
        var schema = await AnySchema.ReadAsync(
            """{"type":"object","properties":{"kind":{"enum":["cat"]}},"allOf":[{"$ref":"#/components/schemas/Animal"}]}""",
            Named
        );

        Assert.All(AnySchema.Values(schema), value => Assert.Contains("\"kind\":\"cat\"", value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Tags"},{"minItems":3}]}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Tags"},{"items":{"minLength":12}}]}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Tags"},{"uniqueItems":true,"minItems":2}]}""")]
    [InlineData(
        """{"type":"object","required":["t"],"properties":{"t":{"allOf":[{"$ref":"#/components/schemas/Tags"},{"maxItems":1}]}}}"""
    )]
    public Task A_list_is_as_long_as_all_parts_allow(string schema) => AssertValidAsync(schema);

    [Theory]
    [InlineData("""{"type":"array","minItems":2}""")]
    [InlineData("""{"type":"array","items":{},"minItems":3}""")]
    [InlineData("""{"type":"array","minItems":3,"uniqueItems":true}""")]
    [InlineData("""{"type":"object","required":["list"],"properties":{"list":{"type":"array","minItems":1,"items":{}}}}""")]
    public Task A_list_of_anything_has_as_many_items_as_it_must(string schema) => AssertValidAsync(schema);

    [Theory]
    [InlineData("""{"type":"integer","minimum":0,"exclusiveMinimum":5,"maximum":7}""")]
    [InlineData("""{"type":"integer","minimum":6,"exclusiveMinimum":1,"maximum":7}""")]
    [InlineData("""{"type":"integer","minimum":3,"maximum":900,"exclusiveMaximum":5}""")]
    [InlineData("""{"type":"integer","minimum":3,"maximum":4,"exclusiveMaximum":900}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":0.5}""")]
    [InlineData("""{"type":"integer","exclusiveMinimum":0,"exclusiveMaximum":2}""")]
    [InlineData("""{"type":"number","minimum":0.25,"maximum":0.25}""")]
    public Task Of_two_bounds_the_narrower_counts(string schema) => AssertValidAsync(schema, "3.1.0");

    [Theory]
    [InlineData("""{"const":"a"}""", "\"a\"")]
    [InlineData("""{"const":7}""", "7")]
    [InlineData("""{"const":true}""", "true")]
    [InlineData("""{"type":"string","const":"2020-01-01"}""", "\"2020-01-01\"")]
    [InlineData("""{"enum":[1.5]}""", "1.5")]
    public async Task A_constant_is_what_it_is(string schema, string expected) =>
        Assert.All(AnySchema.Values(await AnySchema.ReadAsync(schema, version: "3.1.0")), value => Assert.Equal(expected, value));

    [Theory]
    [InlineData("""{"type":["string","null"],"maxLength":3}""")]
    [InlineData("""{"type":["integer","null"],"minimum":3,"maximum":3}""")]
    [InlineData("""{"type":["string","integer"],"maxLength":3,"maximum":3}""")]
    [InlineData("""{"anyOf":[{"type":"null"},{"type":"string","minLength":9}]}""")]
    [InlineData("""{"oneOf":[{"type":"null"},{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}}]}""")]
    public Task A_value_that_may_be_null_is_valid(string schema) => AssertValidAsync(schema, "3.1.0");

    private static async Task AssertValidAsync(string schema, string version = "3.0.3")
    {
        var read = await AnySchema.ReadAsync(schema, Named, version);

        Assert.All(AnySchema.Values(read), value => Assert.True(AnySchema.Allows(read, value), $"{schema}: {value}"));
    }
}
