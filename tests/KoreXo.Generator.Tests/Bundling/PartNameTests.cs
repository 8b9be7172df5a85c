using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Bundling;

/// <summary>The names of what comes from other files, and the fragments by which references reach into them.</summary>
public sealed class PartNameTests
{
    private const string Text = "{ type: string }";

    [Theory]
    [InlineData("pet.yaml", "pet")]
    [InlineData("pet.v2.yaml", "pet")]
    [InlineData("a%20b.yaml", "a b")]
    [InlineData("all.yaml#/a~1b", "a/b")]
    [InlineData("all.yaml#/a~0b", "a~b")]
    [InlineData("all.yaml#/a%7E1b", "a/b")]
    [InlineData("all.yaml#/100%25", "100%")]
    [InlineData("all.yaml#/%2541", "%41")]
    [InlineData("all.yaml#/caf%C3%A9", "café")]
    [InlineData("all.yaml#/café", "café")]
    [InlineData("all.yaml#/deep/list/1", "1")]
    public void A_name_is_that_of_the_file_or_the_last_token(string reference, string name)
    {
        var document = ReadDocument.From(
            Api($"A: {{ type: object, properties: {{ x: {{ $ref: '{reference}' }} }} }}"),
            ("api/pet.yaml", Text),
            ("api/pet.v2.yaml", Text),
            ("api/a b.yaml", Text),
            (
                "api/all.yaml",
                $"a/b: {Text}\na~b: {Text}\n100%: {Text}\n'%41': {Text}\ncafé: {Text}\ndeep: {{ list: [{{ type: integer }}, {Text}] }}"
            )
        );

        Assert.Empty(document.Problems);
        Assert.Equal(["A", name], document.Document.Root.Find("/components/schemas")!.Names);
        var property = document.Document.Root.Find("/components/schemas/A/properties/x")!;
        Assert.Equal("string", document.Document.Follow(property, "").Node?.String("type"));
    }

    [Theory]
    [InlineData("all.yaml#/none", "leads to nothing in that file; correct it or add what it names")]
    [InlineData("all.yaml#/Pet/", "leads to nothing in that file; correct it or add what it names")]
    [InlineData("all.yaml#/pet", "leads to nothing in that file; correct it or add what it names")]
    [InlineData("all.yaml#none", "leads to nothing in that file; correct it or add what it names")]
    public void A_fragment_that_is_not_there_is_reported_at_the_reference(string reference, string reason) =>
        Assert.Equal(
            [$"api/main.yaml(7) KXO2004 /components/schemas/A/properties/x/$ref: {reference}; {reason}"],
            ReadDocument
                .From(Api($"A: {{ type: object, properties: {{ x: {{ $ref: '{reference}' }} }} }}"), ("api/all.yaml", $"Pet: {Text}"))
                .Problems
        );

    [Theory]
    [InlineData("all.yaml#pet")]
    [InlineData("all.yaml#dynamic")]
    public void A_schema_of_a_file_may_be_named_by_its_anchor(string reference)
    {
        var document = ReadDocument.From(
            Api($"A: {{ type: object, properties: {{ x: {{ $ref: '{reference}' }} }} }}"),
            ("api/all.yaml", "Pet: { $anchor: pet, type: string }\nOther: { items: { $dynamicAnchor: dynamic, type: string } }")
        );

        Assert.Empty(document.Problems);
        Assert.Equal(
            "string",
            document.Document.Follow(document.Document.Root.Find("/components/schemas/A/properties/x"), "").Node?.String("type")
        );
    }

    [Fact]
    public void A_schema_that_is_called_like_one_of_the_document_gets_a_number()
    {
        var document = ReadDocument.From(
            Api(
                "Pet: { type: integer }\n    A: { type: object, properties: { x: { $ref: pet.yaml#/Pet }, y: { $ref: other.yaml#/Pet } } }"
            ),
            ("api/pet.yaml", $"Pet: {Text}"),
            ("api/other.yaml", "Pet: { type: boolean }")
        );

        Assert.Empty(document.Problems);
        Assert.Equal(
            """{"x":{"$ref":"#/components/schemas/Pet2"},"y":{"$ref":"#/components/schemas/Pet3"}}""",
            document.Json("/components/schemas/A/properties")
        );
        Assert.Equal("""{"type":"integer"}""", document.Json("/components/schemas/Pet"));
    }

    [Fact]
    public void One_file_in_several_roles_is_a_component_of_each()
    {
        var document = ReadDocument.From(
            "openapi: 3.0.3\npaths: { /a: { get: { parameters: [{ $ref: 'p.yaml' }], responses: { '200': { description: ok, headers: { X: { $ref: 'p.yaml' } } } } } } }",
            ("api/p.yaml", $"name: p\nin: query\nschema: {Text}")
        );

        Assert.Equal(["parameters", "headers"], document.Document.Root["components"]!.Names);
        Assert.Empty(document.Problems);
    }

    [Theory]
    [InlineData("propertyNames: { $ref: 'all.yaml#/Key' }")]
    [InlineData("unevaluatedProperties: { $ref: 'all.yaml#/Key' }")]
    [InlineData("unevaluatedItems: { $ref: 'all.yaml#/Key' }")]
    [InlineData("additionalItems: { $ref: 'all.yaml#/Key' }")]
    [InlineData("contains: { $ref: 'all.yaml#/Key' }")]
    [InlineData("dependentSchemas: { a: { $ref: 'all.yaml#/Key' } }")]
    [InlineData("patternProperties: { a: { $ref: 'all.yaml#/Key' } }")]
    [InlineData("$defs: { a: { $ref: 'all.yaml#/Key' } }")]
    [InlineData("prefixItems: [{ $ref: 'all.yaml#/Key' }]")]
    [InlineData("not: { $ref: 'all.yaml#/Key' }")]
    public void A_reference_is_followed_in_every_keyword_that_has_a_schema(string keyword)
    {
        var document = ReadDocument.From(Api($"A: {{ {keyword} }}"), ("api/all.yaml", "Key: { type: string, minLength: 1 }"));

        Assert.Empty(document.Problems);
        Assert.NotNull(document.Document.Root.Find("/components/schemas/Key"));
    }

    [Theory]
    [InlineData("example: { $ref: 'all.yaml#/Key' }", "/components/schemas/A/example")]
    [InlineData("default: { $ref: 'all.yaml#/Key' }", "/components/schemas/A/default")]
    [InlineData("enum: [{ $ref: 'all.yaml#/Key' }]", "/components/schemas/A/enum/0")]
    [InlineData("x-own: { $ref: 'all.yaml#/Key' }", "/components/schemas/A/x-own")]
    public void A_value_that_looks_like_a_reference_is_none(string keyword, string pointer)
    {
        var document = ReadDocument.From(Api($"A: {{ {keyword} }}"), ("api/all.yaml", $"Key: {Text}"));

        Assert.Equal("""{"$ref":"all.yaml#/Key"}""", document.Json(pointer));
        Assert.Null(document.Document.Root.Find("/components/schemas/Key"));
    }

    [Fact]
    public void A_discriminator_of_a_file_names_schemas_beside_that_file()
    {
        var document = ReadDocument.From(
            Api("A: { $ref: 'x/a.yaml' }"),
            (
                "api/x/a.yaml",
                "oneOf: [{ $ref: cat.yaml }, { $ref: '#/$defs/Dog' }]\ndiscriminator: { propertyName: kind, mapping: { cat: ./cat.yaml, dog: '#/$defs/Dog' } }\n$defs: { Dog: { type: object } }"
            ),
            ("api/x/cat.yaml", "type: object")
        );

        Assert.Empty(document.Problems);
        Assert.Equal(
            """{"cat":"#/components/schemas/cat","dog":"#/components/schemas/Dog"}""",
            document.Json("/components/schemas/A/discriminator/mapping")
        );
    }

    private static string Api(string schemas) =>
        $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths:\n  {{}}\ncomponents:\n  schemas:\n    {schemas}";
}
