using KoreXo.Simulator.Tests.Generation;

namespace KoreXo.Simulator.Tests.Documents;

/// <summary>What the validator reads differently than it is meant still means what the document says.</summary>
public sealed class StrictFormTests
{
    [Theory]
    [InlineData("""{"type":"object","properties":{"a":true}}""", """{"a":5}""", true)]
    [InlineData("""{"type":"object","properties":{"a":true}}""", """{"a":null}""", true)]
    [InlineData("""{"type":"object","properties":{"pattern":{"type":"string"}}}""", """{"pattern":5}""", false)]
    [InlineData("""{"type":"object","properties":{"examples":{"type":"object"}}}""", """{"examples":5}""", false)]
    [InlineData("""{"type":"object","properties":{"links":{"type":"integer"},"headers":{"type":"integer"}}}""", """{"links":"x"}""", false)]
    [InlineData(
        """{"type":"object","properties":{"required":{"type":"array","items":{"type":"integer"}}}}""",
        """{"required":["x"]}""",
        false
    )]
    [InlineData(
        """{"type":"object","properties":{"discriminator":{"type":"object","required":["mapping"]}}}""",
        """{"discriminator":{}}""",
        false
    )]
    [InlineData("""{"type":"object","properties":{"multipleOf":{"type":"integer"}}}""", """{"multipleOf":"x"}""", false)]
    [InlineData(
        """{"type":"object","properties":{"properties":{"type":"object","properties":{"type":{"type":"string"}}}}}""",
        """{"properties":{"type":5}}""",
        false
    )]
    [InlineData("""{"type":"object","properties":{"enum":{"enum":["a"]}}}""", """{"enum":"b"}""", false)]
    [InlineData("""{"type":"object","properties":{"$ref":{"type":"string"}}}""", """{"$ref":5}""", false)]
    [InlineData("""{"type":"object","properties":{"default":{"type":"integer"}}}""", """{"default":"x"}""", false)]
    public async Task A_member_called_like_a_keyword_is_a_member(string schema, string value, bool isAllowed) =>
        Assert.Equal(isAllowed, AnySchema.Allows(await AnySchema.ReadAsync(schema), value));

    [Theory]
    [InlineData("""{"type":"string","pattern":"^\\p{Script=Latin}+$"}""", "\"5\"")]
    [InlineData("""{"type":"string","pattern":"["}""", "\"anything\"")]
    [InlineData("""{"type":"number","multipleOf":0}""", "5")]
    [InlineData("""{"type":"number","multipleOf":-2}""", "5")]
    [InlineData("""{"type":"object","required":["a",7,null]}""", """{"a":1}""")]
    [InlineData("""{"type":"object","example":{"properties":{"a":true},"required":"x"}}""", "{}")]
    [InlineData("""{"type":"object","default":{"pattern":"["}}""", "{}")]
    [InlineData("""{"type":"object","x-own":{"properties":5,"discriminator":{"mapping":7}}}""", "{}")]
    public async Task What_the_validator_cannot_read_restricts_nothing(string schema, string value) =>
        Assert.True(AnySchema.Allows(await AnySchema.ReadAsync(schema), value));

    [Theory]
    [InlineData("""{"kind":"cat","claws":1}""", true)]
    [InlineData("""{"kind":"cat"}""", false)]
    [InlineData("""{"kind":"dog","bark":"w"}""", true)]
    public async Task A_mapping_names_schemas_or_refers_to_them(string value, bool isAllowed)
    {
        const string Named = """
            "Cat": { "type": "object", "required": ["kind", "claws"], "properties": { "kind": { "type": "string" }, "claws": { "type": "integer" } } },
            "Dog": { "type": "object", "required": ["kind", "bark"], "properties": { "kind": { "type": "string" }, "bark": { "type": "string" } } }
            """;
        var schema = await AnySchema.ReadAsync(
            """
            { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
              "discriminator": { "propertyName": "kind", "mapping": { "cat": "Cat", "dog": "#/components/schemas/Dog", "cow": "Cow" } } }
            """,
            Named
        );

        Assert.Equal(isAllowed, AnySchema.Allows(schema, value));
        Assert.All(AnySchema.Values(schema), made => Assert.True(AnySchema.Allows(schema, made), made));
    }

    [Theory]
    [InlineData("3.0.3", """{"type":"string","nullable":true}""", true)]
    [InlineData("3.0.3", """{"type":"string"}""", false)]
    [InlineData("3.1.0", """{"type":["string","null"]}""", true)]
    [InlineData("3.1.0", """{"anyOf":[{"type":"string"},{"type":"null"}]}""", true)]
    [InlineData("3.1.0", """{"type":"string"}""", false)]
    [InlineData("3.1.0", """{"enum":["a",null]}""", true)]
    [InlineData("3.0.3", """{"type":"string","nullable":true,"enum":["a",null]}""", true)]
    [InlineData("3.0.3", """{"nullable":true,"allOf":[{"type":"object"}]}""", true)]
    public async Task Null_is_allowed_where_the_document_allows_it(string version, string schema, bool isAllowed)
    {
        var owner = await AnySchema.ReadAsync("""{"type":"object","properties":{"a":""" + schema + "}}", version: version);

        Assert.Equal(isAllowed, AnySchema.Allows(owner, """{"a":null}"""));
        Assert.False(AnySchema.Allows(owner, """{"a":[]}"""));
    }
}
