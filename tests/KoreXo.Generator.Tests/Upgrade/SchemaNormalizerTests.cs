namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>What newer versions and careless authors write, in the form of OpenAPI 3.0.</summary>
public sealed class SchemaNormalizerTests
{
    [Theory]
    [InlineData("{ properties: [a] }", "{}")]
    [InlineData("{ required: a, allOf: { type: object } }", "{}")]
    [InlineData("{ type: string, properties: { a: {} }, additionalProperties: true }", """{"type":"string"}""")]
    [InlineData("{ type: array, properties: { length: {} }, items: { type: string } }", """{"type":"array","items":{"type":"string"}}""")]
    public void What_cannot_be_is_dropped(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData("{ type: string, x-nullable: true }", """{"type":"string","x-nullable":true,"nullable":true}""")]
    [InlineData("{ type: string, nullable: 'true' }", """{"type":"string","nullable":true}""")]
    [InlineData("{ type: object, discriminator: kind }", """{"type":"object","discriminator":{"propertyName":"kind"}}""")]
    public void Older_words_are_understood(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData("{ prefixItems: [{ type: string }] }", """{"prefixItems":[{"type":"string"}],"items":{"type":"string"},"type":"array"}""")]
    [InlineData(
        "{ type: array, prefixItems: [{ type: string }, { type: integer }] }",
        """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"items":{}}"""
    )]
    [InlineData("{ type: array, items: [{ type: string }] }", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("{ type: array, items: true }", """{"type":"array","items":{}}""")]
    [InlineData("{ items: { type: string } }", """{"items":{"type":"string"},"type":"array"}""")]
    public void Items_by_position_are_items(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData("{ contentEncoding: base64 }", """{"contentEncoding":"base64","type":"string","format":"byte"}""")]
    [InlineData("{ type: string, contentEncoding: base64url }", """{"type":"string","contentEncoding":"base64url","format":"base64url"}""")]
    [InlineData("{ contentMediaType: image/png }", """{"contentMediaType":"image/png","type":"string","format":"binary"}""")]
    [InlineData("{ type: string, contentMediaType: application/json }", """{"type":"string","contentMediaType":"application/json"}""")]
    [InlineData(
        "{ type: string, format: uuid, contentEncoding: base64 }",
        """{"type":"string","format":"uuid","contentEncoding":"base64"}"""
    )]
    public void An_encoding_is_a_format(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData(
        "{ $ref: '#/components/schemas/Pet', properties: { collar: { type: string } }, required: [collar] }",
        """{"allOf":[{"$ref":"#/components/schemas/Pet"},{"properties":{"collar":{"type":"string"}},"required":["collar"]}]}"""
    )]
    [InlineData(
        "{ $ref: '#/components/schemas/Pet', description: d, required: [collar] }",
        """{"$ref":"#/components/schemas/Pet","description":"d","required":["collar"]}"""
    )]
    public void Members_beside_a_reference_are_a_second_part(string schema, string expected) =>
        Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData(
        "{ patternProperties: { '^x-': { type: integer } } }",
        """{"patternProperties":{"^x-":{"type":"integer"}},"additionalProperties":{"type":"integer"}}"""
    )]
    [InlineData(
        "{ patternProperties: { a: { type: integer }, b: { type: string } }, additionalProperties: false }",
        """{"patternProperties":{"a":{"type":"integer"},"b":{"type":"string"}},"additionalProperties":{}}"""
    )]
    public void Members_by_pattern_are_additional_ones(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData("{ type: object, oneOf: [{ required: [email] }, { required: [phone] }] }", """{"type":"object"}""")]
    [InlineData("{ oneOf: [{ type: string }, {}] }", """{"oneOf":[{"type":"string"},{}]}""")]
    [InlineData(
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { description: d, nullable: true }] }",
        """{"allOf":[{"$ref":"#/components/schemas/Pet"}],"nullable":true}"""
    )]
    [InlineData(
        "{ allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [name] }] }",
        """{"allOf":[{"$ref":"#/components/schemas/Pet"},{"required":["name"]}]}"""
    )]
    public void A_remark_is_no_shape_to_choose(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));
}
