using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Tests.Document;

/// <summary>What readers see of a schema, and what they do not see of one that is a reference.</summary>
public sealed class SpecSchemaTests
{
    [Theory]
    [InlineData("{ type: string }", "String")]
    [InlineData("{ type: integer }", "Integer")]
    [InlineData("{ type: [number, integer] }", "Number")]
    [InlineData("{ type: 'null' }", "Null")]
    [InlineData("{ enum: [1, 2] }", "Integer")]
    [InlineData("{ const: a }", "String")]
    [InlineData("{ format: uuid }", "String")]
    [InlineData("{ items: {} }", "Array")]
    [InlineData("{ type: [string, object] }", "None")]
    [InlineData("{ properties: { a: {} } }", "None")]
    [InlineData("true", "None")]
    [InlineData("{ $ref: '#/components/schemas/Text' }", "None")]
    public void A_schema_has_the_type_that_it_says_or_implies(string schema, string type) =>
        Assert.Equal(type, Schema(schema).Type.ToString());

    [Theory]
    [InlineData("{ type: [string, 'null'] }", true)]
    [InlineData("{ type: string, nullable: true }", true)]
    [InlineData("{ type: string, nullable: 'true' }", true)]
    [InlineData("{ type: string, x-nullable: true }", true)]
    [InlineData("{ type: 'null' }", true)]
    [InlineData("{ enum: [a, ~] }", true)]
    [InlineData("{ $ref: '#/components/schemas/Text', nullable: true }", true)]
    [InlineData("{ type: string, nullable: false }", false)]
    [InlineData("{ type: string }", false)]
    [InlineData("{ $ref: '#/components/schemas/Maybe' }", false)]
    public void Null_is_allowed_where_the_schema_itself_says_so(string schema, bool expected) =>
        Assert.Equal(expected, Schema(schema).AllowsNull);

    [Fact]
    public void A_reference_has_no_keywords_even_beside_it()
    {
        var schema = Schema("{ $ref: '#/components/schemas/Text', format: date, minimum: 1, description: d }");

        Assert.Equal((null, null, false, 0), (schema.Format, schema.Minimum, schema.HasProperties, schema.PropertyNames.Count));
        Assert.Equal("d", schema.Node.String("description"));
    }

    [Fact]
    public void A_broken_reference_allows_anything()
    {
        var schema = Schema("{ $ref: '#/components/schemas/None', type: string }");

        Assert.Equal((SchemaType.None, null), (schema.Type, schema.Items));
    }

    [Fact]
    public void Members_come_in_the_order_of_the_document_with_their_pointers()
    {
        var schema = Schema("{ type: object, properties: { b/c: { type: integer }, a: { type: string } } }");

        Assert.Equal(["b/c", "a"], schema.PropertyNames);
        Assert.Equal("/components/schemas/S/properties/b~1c", schema.Property("b/c").Pointer);
        Assert.Equal(SchemaType.Integer, schema.Property("b/c").Type);
    }

    [Theory]
    [InlineData("allOf")]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    public void Branches_have_their_pointers(string keyword)
    {
        var schema = Schema($"{{ {keyword}: [{{ type: object }}, {{ $ref: '#/components/schemas/Text' }}] }}");

        Assert.Equal(2, schema.Count(keyword));
        Assert.Equal(
            [$"/components/schemas/S/{keyword}/0", $"/components/schemas/S/{keyword}/1"],
            schema.Branches(keyword).Select(static branch => branch.Pointer)
        );
        Assert.Empty(schema.Branches("not"));
    }

    [Theory]
    [InlineData("{ type: array, items: { type: string } }", "String", null)]
    [InlineData("{ type: array, items: true }", "None", null)]
    [InlineData("{ type: array }", null, null)]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", null, "Integer")]
    [InlineData("{ type: object, additionalProperties: true }", null, null)]
    [InlineData("{ type: object, additionalProperties: false }", null, null)]
    [InlineData("{ type: object, patternProperties: { ^x: { type: integer } } }", null, "Integer")]
    public void Items_and_other_members_have_schemas_where_there_are_objects(string schema, string? items, string? others)
    {
        var read = Schema(schema);

        Assert.Equal((items, others), (read.Items?.Type.ToString(), read.AdditionalProperties?.Type.ToString()));
    }

    [Fact]
    public void A_chain_of_references_ends_at_its_target()
    {
        var document = Document("{ $ref: '#/components/schemas/Link' }");
        var schema = document.Schema(document.Root.Find("/components/schemas/S")!, "/components/schemas/S");

        Assert.Equal("/components/schemas/Text", document.Resolve(schema).Pointer);
        Assert.Equal(SchemaType.String, document.Resolve(schema).Type);
    }

    [Theory]
    [InlineData("#/components/schemas/Round")]
    [InlineData("#/components/schemas/None")]
    public void A_reference_that_leads_nowhere_has_no_target(string reference)
    {
        var document = Document($"{{ $ref: '{reference}' }}");
        var node = document.Root.Find("/components/schemas/S")!;

        Assert.True(document.IsBroken(node));
        Assert.Null(document.Target(node));
        Assert.Null(document.Follow(node, "/components/schemas/S").Node);
    }

    private static SpecSchema Schema(string schema)
    {
        var document = Document(schema);
        return document.Schema(document.Root.Find("/components/schemas/S")!, "/components/schemas/S");
    }

    private static SpecDocument Document(string schema) =>
        ReadDocument
            .From(
                $$"""
                openapi: 3.1.0
                paths: {}
                components:
                  schemas:
                    S: {{schema}}
                    Text: { type: string, format: uuid }
                    Maybe: { type: [string, 'null'] }
                    Link: { $ref: '#/components/schemas/Text' }
                    Round: { $ref: '#/components/schemas/Round' }
                """
            )
            .Document;
}
