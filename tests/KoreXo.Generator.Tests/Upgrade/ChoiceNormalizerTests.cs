namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>Choices among constants, and conditions, as sets of values and optional members.</summary>
public sealed class ChoiceNormalizerTests
{
    [Theory]
    [InlineData("{ oneOf: [{ const: a }, { const: b }] }", """{"enum":["a","b"],"type":"string"}""")]
    [InlineData("{ anyOf: [{ enum: [1] }, { const: 2 }] }", """{"enum":[1,2],"type":"integer"}""")]
    [InlineData(
        "{ type: integer, oneOf: [{ const: 1, title: Low }, { const: 2, title: High, description: More. }] }",
        """{"type":"integer","enum":[1,2],"x-enum-varnames":["Low","High"],"x-enum-descriptions":["","More."]}"""
    )]
    [InlineData("{ oneOf: [{ const: a, title: A }, { const: b }] }", """{"enum":["a","b"],"type":"string"}""")]
    [InlineData(
        "{ x-enumNames: [X, Y], oneOf: [{ const: a, title: A }, { const: b, title: B }] }",
        """{"x-enumNames":["X","Y"],"enum":["a","b"],"type":"string"}"""
    )]
    [InlineData("{ oneOf: [{ const: a }, { const: b }, { type: 'null' }] }", """{"enum":["a","b"],"nullable":true,"type":"string"}""")]
    public void A_choice_among_values_is_a_set_of_them(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData(
        "{ oneOf: [{ const: auto }, { const: 0 }] }",
        """{"oneOf":[{"enum":["auto"],"type":"string"},{"enum":[0],"type":"integer"}]}"""
    )]
    [InlineData("{ oneOf: [{ const: a }, { type: string }] }", """{"oneOf":[{"enum":["a"],"type":"string"},{"type":"string"}]}""")]
    [InlineData("{ oneOf: [{ const: a }, { type: 'null' }] }", """{"oneOf":[{"enum":["a"],"type":"string"},{"type":"null"}]}""")]
    public void Anything_else_stays_a_choice(string schema, string expected) =>
        Assert.Equal(
            expected,
            NormalForm
                .Schema(schema)
                .Replace("\"const\":\"auto\",", "", StringComparison.Ordinal)
                .Replace("\"const\":\"a\",", "", StringComparison.Ordinal)
                .Replace("\"const\":0,", "", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("{ enum: [a, null] }", """{"enum":["a",null],"type":"string","nullable":true}""")]
    [InlineData("{ enum: [null] }", """{"type":"null","nullable":true}""")]
    [InlineData("{ enum: [1, 2.5] }", """{"enum":[1,2.5],"type":"number"}""")]
    [InlineData("{ enum: [true] }", """{"enum":[true],"type":"boolean"}""")]
    [InlineData("{ enum: [a, 1] }", """{"enum":["a",1]}""")]
    [InlineData("{ type: string, enum: [1.1, true, a] }", """{"type":"string","enum":["1.1","true","a"]}""")]
    public void Values_say_the_type_where_nobody_else_does(string schema, string expected) =>
        Assert.Equal(expected, NormalForm.Schema(schema));

    // Required under a condition is not required.
    [Theory]
    [InlineData(
        "{ type: object, properties: { kind: { type: string } }, if: {}, then: { properties: { indoor: { type: boolean } }, required: [indoor] }, else: { properties: { kind: { type: integer }, breed: { type: string } } } }",
        """{"type":"object","properties":{"kind":{"type":"string"},"indoor":{"type":"boolean"},"breed":{"type":"string"}},"if":{}}"""
    )]
    [InlineData(
        "{ dependentSchemas: { card: { properties: { bill: { type: string } }, required: [bill] } } }",
        """{"properties":{"bill":{"type":"string"}}}"""
    )]
    [InlineData("{ type: string, then: { properties: { a: {} } } }", """{"type":"string","then":{"properties":{"a":{}}}}""")]
    public void Members_under_a_condition_are_optional(string schema, string expected) => Assert.Equal(expected, NormalForm.Schema(schema));
}
