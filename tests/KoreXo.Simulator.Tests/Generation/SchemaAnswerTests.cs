using System.Text.Json.Nodes;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Generation;

/// <summary>Answers to the schemas of documents that nobody of this project has written.</summary>
public sealed class SchemaAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"type":"number","minimum":-7.9e28,"maximum":7.9e28}""")]
    [InlineData("""{"type":"number","maximum":-7.9e28}""")]
    [InlineData("""{"type":"number","minimum":7.9e28,"multipleOf":0.0001}""")]
    [InlineData("""{"type":"number","minimum":0.1,"maximum":0.9}""")]
    [InlineData("""{"type":"integer","minimum":0.5,"maximum":3.2}""")]
    [InlineData("""{"type":"integer","minimum":3,"exclusiveMinimum":true,"maximum":4}""")]
    [InlineData("""{"type":"integer","minimum":3,"maximum":4,"exclusiveMaximum":true}""")]
    [InlineData("""{"type":"integer","multipleOf":7,"minimum":50,"maximum":56}""")]
    [InlineData("""{"type":"number","multipleOf":0.01,"minimum":1,"maximum":1.02}""")]
    [InlineData("""{"type":"integer","maximum":-5}""")]
    [InlineData("""{"type":"integer","minimum":9223372036854775807}""")]
    [InlineData("""{"type":"integer","maximum":-9223372036854775808}""")]
    [InlineData("""{"type":"integer","format":"int64"}""")]
    [InlineData("""{"type":"integer","format":"int32","minimum":2147483647}""")]
    [InlineData("""{"type":"integer","format":"int32","maximum":-2147483648}""")]
    [InlineData("""{"type":"integer","multipleOf":0}""")]
    public async Task A_number_is_within_its_bounds_however_far_they_are(string schema) => await AssertValidAsync(schema);

    [Theory]
    [InlineData("""{"enum":[1,"a",true,1.5,null]}""")]
    [InlineData("""{"enum":[{"a":1},[1,2]]}""")]
    [InlineData("""{"type":"boolean","enum":[false]}""")]
    [InlineData("""{"type":"string","enum":["2020-01-01"]}""")]
    [InlineData("""{"type":"string","enum":["", " "]}""")]
    [InlineData("""{"type":"string","enum":["a"],"minLength":1}""")]
    public async Task A_value_of_an_enum_keeps_its_kind(string schema) => await AssertValidAsync(schema);

    [Theory]
    [InlineData("""{"type":"object","properties":{"key1":{"type":"integer"}},"required":["key1"],"minProperties":3}""")]
    [InlineData("""{"type":"object","minProperties":2,"additionalProperties":{"type":"integer","minimum":7}}""")]
    [InlineData("""{"type":"object","required":["x"],"additionalProperties":{"type":"integer","minimum":7}}""")]
    [InlineData("""{"type":"object","maxProperties":1,"properties":{"a":{"type":"string"},"b":{"type":"string"}}}""")]
    [InlineData(
        """{"type":"object","required":["a.b","a/b","a~b","😀",""],"properties":{"a.b":{"type":"integer"},"😀":{"type":"string"}}}"""
    )]
    [InlineData(
        """{"type":"object","required":["type","properties"],"properties":{"type":{"type":"string"},"properties":{"type":"object"}}}"""
    )]
    [InlineData("""{"type":"object","required":["a"],"properties":{"a":{"readOnly":true,"type":"string"}}}""")]
    public async Task An_object_has_what_it_must_have_and_no_more_than_it_may(string schema) => await AssertValidAsync(schema);

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"minItems":2,"uniqueItems":true}""")]
    [InlineData("""{"type":"array","items":{"enum":["a","b","c"]},"minItems":3,"uniqueItems":true}""")]
    [InlineData("""{"type":"array","items":{"type":"string"},"minItems":3,"maxItems":3}""")]
    [InlineData("""{"type":"array"}""")]
    [InlineData(
        """{"type":"array","items":{"type":"array","items":{"type":"array","items":{"type":"integer"},"minItems":1},"minItems":1}}"""
    )]
    public async Task A_list_has_as_many_items_as_it_must(string schema) => await AssertValidAsync(schema);

    [Theory]
    [InlineData(
        """{"allOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},{"type":"object","required":["b"],"properties":{"b":{"type":"integer"}}}]}"""
    )]
    [InlineData(
        """{"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}},{"type":"object","required":["b"],"properties":{"b":{"type":"integer"}}}]}"""
    )]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"array","items":{"type":"boolean"}}]}""")]
    [InlineData("""{"anyOf":[{"type":"string","maxLength":2},{"type":"integer","minimum":100}]}""")]
    public async Task A_composed_value_fits_its_parts(string schema) => await AssertValidAsync(schema);

    [Theory]
    [InlineData("date-time")]
    [InlineData("date")]
    [InlineData("time")]
    [InlineData("duration")]
    [InlineData("uuid")]
    [InlineData("email")]
    [InlineData("uri")]
    [InlineData("hostname")]
    [InlineData("ipv4")]
    [InlineData("ipv6")]
    [InlineData("byte")]
    [InlineData("binary")]
    [InlineData("password")]
    [InlineData("of-my-own")]
    public async Task A_string_has_its_format(string format) =>
        await AssertValidAsync($$"""{"type":"string","format":"{{format}}","minLength":1}""");

    [Theory]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Answer"},{"type":"string"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/Answer"},{"type":"integer"}]}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Answer"},{"type":"object"}]}""")]
    [InlineData("""{"oneOf":[{"oneOf":[{"$ref":"#/components/schemas/Answer"}]},{"type":"boolean"}]}""")]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Back"},{"type":"string"}]}""")]
    public async Task A_schema_that_leads_back_to_itself_says_what_is_left_of_it(string schema) => await AssertValidAsync(schema);

    [Theory]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Answer"}]}""")]
    [InlineData("""{"not":{"$ref":"#/components/schemas/Answer"}}""")]
    [InlineData("""{"type":"object","required":["next"],"properties":{"next":{"$ref":"#/components/schemas/Answer"}}}""")]
    [InlineData("""{"type":"array","minItems":1,"items":{"$ref":"#/components/schemas/Answer"}}""")]
    [InlineData("""{"type":"string","minLength":5,"maxLength":3}""")]
    [InlineData("""{"type":"integer","minimum":5,"maximum":3}""")]
    [InlineData("""{"allOf":[{"type":"string"},{"type":"integer"}]}""")]
    [InlineData("""{"type":"object","required":["x"],"additionalProperties":false}""")]
    [InlineData("""{"not":{}}""")]
    public async Task A_schema_without_a_value_is_no_failure(string schema)
    {
        var answer = await SchemaAsync(schema);

        var value = SchemaAnswer.Create(answer, [], "seed", Now);

        Assert.InRange(value?.ToJsonString().Length ?? 0, 0, 20_000);
    }

    [Theory]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public async Task A_case_that_extends_the_union_it_belongs_to_has_the_members_of_both(string choice)
    {
        var schema = await SchemaAsync(
            $$"""
            {
              "type": "object",
              "required": ["kind"],
              "properties": { "kind": { "type": "string" } },
              "{{choice}}": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }]
            }
            """
        );

        var members = Enumerable
            .Range(0, 20)
            .Select(seed => SchemaAnswer.Create(schema, [], $"{seed}", Now)!.AsObject())
            .Select(value => string.Join(',', value.Select(member => member.Key).Order(StringComparer.Ordinal)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        Assert.Equal(["bark,kind", "claws,kind"], members);
        Assert.False(SchemaAnswer.IsValid(schema, JsonNode.Parse("""{"claws":1}""")!));
        Assert.False(SchemaAnswer.IsValid(schema, JsonNode.Parse("""{"kind":"cat"}""")!));
        Assert.True(SchemaAnswer.IsValid(schema, JsonNode.Parse("""{"kind":"cat","claws":1}""")!));
    }

    [Fact]
    public async Task An_example_comes_first_unless_the_schema_does_not_allow_it()
    {
        var schema = await SchemaAsync(
            """{"type":"object","required":["n"],"properties":{"n":{"type":"integer","minimum":5,"maximum":5}}}"""
        );
        var (wrong, right) = (JsonNode.Parse("""{"n":4}""")!, JsonNode.Parse("""{"n":5,"more":true}""")!);

        Assert.Equal(right.ToJsonString(), SchemaAnswer.Create(schema, [wrong, right], "seed", Now)!.ToJsonString());
        Assert.Equal("""{"n":5}""", SchemaAnswer.Create(schema, [wrong], "seed", Now)!.ToJsonString());
    }

    [Fact]
    public async Task A_known_value_is_used_where_its_member_takes_it()
    {
        var known = new Dictionary<string, JsonNode>(StringComparer.Ordinal) { ["id"] = JsonValue.Create("st-1") };
        var text = await SchemaAsync("""{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}""");
        var number = await SchemaAsync("""{"type":"object","required":["id"],"properties":{"id":{"type":"integer"}}}""");

        Assert.Equal("""{"id":"st-1"}""", SchemaAnswer.Create(text, [], "seed", Now, known)!.ToJsonString());
        Assert.Equal(System.Text.Json.JsonValueKind.Number, SchemaAnswer.Create(number, [], "seed", Now, known)!["id"]!.GetValueKind());
    }

    private static async Task AssertValidAsync(string schema)
    {
        var answer = await SchemaAsync(schema);
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var value = SchemaAnswer.Create(answer, [], $"{seed}", Now);

            Assert.True(value is not null && SchemaAnswer.IsValid(answer, value), $"{schema}: {value?.ToJsonString() ?? "nothing"}");
        }
    }

    private static async Task<JsonSchema> SchemaAsync(string schema)
    {
        var document = $$"""
            {
              "openapi": "3.0.3",
              "info": { "title": "t", "version": "1" },
              "paths": { "/x": { "get": { "operationId": "get", "responses": { "200": { "description": "d", "content": { "application/json": {
                "schema": { "$ref": "#/components/schemas/Answer" } } } } } } } },
              "components": { "schemas": {
                "Answer": {{schema}},
                "Back": { "anyOf": [{ "$ref": "#/components/schemas/Answer" }] },
                "Cat": { "allOf": [{ "$ref": "#/components/schemas/Answer" }, { "type": "object", "required": ["claws"], "properties": { "claws": { "type": "integer" } } }] },
                "Dog": { "allOf": [{ "$ref": "#/components/schemas/Answer" }, { "type": "object", "required": ["bark"], "properties": { "bark": { "type": "string" } } }] }
              } }
            }
            """;
        return (await ApiCatalog.LoadOtherAsync(document, CancellationToken.None)).Operations.Single().Answer;
    }
}
