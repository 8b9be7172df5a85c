namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>The types that authors write, as the types that there are.</summary>
public sealed class TypeNormalizerTests
{
    [Theory]
    [InlineData("{ type: string }", """{"type":"string"}""")]
    [InlineData("{ type: [string] }", """{"type":"string"}""")]
    [InlineData("{ type: [string, 'null'] }", """{"nullable":true,"type":"string"}""")]
    [InlineData("{ type: ['null'] }", """{"type":"null"}""")]
    [InlineData("{ type: [string, null] }", """{"nullable":true,"type":"string"}""")]
    [InlineData("{ type: [null] }", """{"type":"null"}""")]
    [InlineData("{ type: null }", """{"type":"null"}""")]
    [InlineData("{ type: null, enum: [a] }", """{"enum":["a"]}""")]
    [InlineData("{ type: [integer, number] }", """{"type":"number"}""")]
    [InlineData("{ type: [number, integer, 'null'] }", """{"nullable":true,"type":"number"}""")]
    [InlineData("{ type: [string, string] }", """{"type":"string"}""")]
    [InlineData("{ type: [Str, text] }", """{"type":"string"}""")]
    [InlineData("{ type: [string, number, integer, boolean, object, array, 'null'] }", """{"nullable":true}""")]
    [InlineData(
        "{ type: [string, integer, boolean, object, array] }",
        """{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"boolean"},{"type":"object"},{"type":"array"}]}"""
    )]
    [InlineData("{ type: [] }", "{}")]
    public void A_list_of_types_is_one_type_or_a_choice(string schema, string expected) =>
        Assert.Equal(expected, NormalForm.Schema(schema));

    [Fact]
    public void Each_keyword_goes_to_the_type_that_it_applies_to() =>
        Assert.Equal(
            """{"description":"d","anyOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"type":"array","items":{"type":"integer"}},{"type":"string","format":"date"},{"type":"integer","format":"date","minimum":1}]}""",
            NormalForm.Schema(
                "{ description: d, type: [object, array, string, integer], properties: { a: { type: string } }, required: [a], items: { type: integer }, format: date, minimum: 1 }"
            )
        );

    [Theory]
    [InlineData("{ type: [string, integer], enum: [auto, 1] }", """{"enum":["auto",1]}""")]
    [InlineData(
        "{ type: [string, integer], oneOf: [{ type: string }, { type: integer }] }",
        """{"oneOf":[{"type":"string"},{"type":"integer"}]}"""
    )]
    public void What_says_more_than_the_types_replaces_them(string schema, string expected) =>
        Assert.Equal(expected, NormalForm.Schema(schema));

    [Theory]
    [InlineData("int", "integer")]
    [InlineData("Int64", "integer")]
    [InlineData("long", "integer")]
    [InlineData("Double", "number")]
    [InlineData("decimal", "number")]
    [InlineData("Boolean", "boolean")]
    [InlineData("bool", "boolean")]
    [InlineData("uuid", "string")]
    [InlineData("datetime", "string")]
    [InlineData("List", "array")]
    [InlineData("dict", "object")]
    [InlineData("STRING", "string")]
    public void A_word_of_another_vocabulary_is_understood(string word, string type) =>
        Assert.Equal($$"""{"type":"{{type}}"}""", NormalForm.Schema($"{{ type: {word} }}"));

    [Theory]
    [InlineData("{ type: any }")]
    [InlineData("{ type: mixed }")]
    [InlineData("{ type: { a: b } }")]
    [InlineData("{ type: 5 }")]
    [InlineData("{ type: '' }")]
    public void A_word_that_means_no_type_means_anything(string schema) => Assert.Equal("{}", NormalForm.Schema(schema));
}
