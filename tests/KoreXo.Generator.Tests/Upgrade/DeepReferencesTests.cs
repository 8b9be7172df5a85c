using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>References into the middle of something that the normal form rearranges.</summary>
public sealed class DeepReferencesTests
{
    private const string Head = "openapi: 3.1.0\npaths: {}\n";

    [Fact]
    public void A_part_that_moves_up_is_still_what_the_reference_means()
    {
        // Dropping the remark moves A to the place of the remark, and B to the place of A.
        var document = ReadDocument.From(
            Head
                + """
                components:
                  schemas:
                    All: { allOf: [{ description: A remark. }, { properties: { a: { type: string } } }, { properties: { b: { type: string } } }] }
                    One: { $ref: '#/components/schemas/All/allOf/1' }
                """
        );

        var (node, _) = document.Document.Find("/components/schemas/One");
        Assert.Equal(["a"], node!["properties"]!.Names);
        Assert.Empty(document.Problems);
    }

    [Theory]
    [InlineData("{ type: [object, array], properties: { a: { type: integer } } }", "/properties/a", """{"type":"integer"}""")]
    [InlineData("{ type: [string, array], items: { type: integer } }", "/items", """{"type":"integer"}""")]
    [InlineData("{ oneOf: [{ const: 1 }, { const: 2 }] }", "/oneOf/1", """{"const":2,"enum":[2],"type":"integer"}""")]
    [InlineData("{ if: {}, then: { properties: { a: { type: boolean } } } }", "/then/properties/a", """{"type":"boolean"}""")]
    [InlineData("{ properties: { a: { type: string } } }", "/properties/a", """{"type":"string"}""")]
    public void A_part_that_is_rewritten_is_kept_for_those_who_refer_to_it(string schema, string part, string expected)
    {
        var document = ReadDocument.From(
            Head + $"components: {{ schemas: {{ S: {schema}, R: {{ $ref: '#/components/schemas/S{part}' }} }} }}"
        );

        var (_, pointer) = document.Document.Find("/components/schemas/R");
        Assert.Equal(expected, document.Json(pointer));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_kept_part_takes_no_name_that_there_is() =>
        Assert.Equal(
            ["S", "choice", "A", "B", "choice2", "choice3"],
            ReadDocument
                .From(
                    Head
                        + """
                        components:
                          schemas:
                            S: { properties: { choice: { type: [object, array], properties: { choice: { type: integer } }, items: { type: string } } } }
                            choice: { type: string }
                            A: { $ref: '#/components/schemas/S/properties/choice/properties/choice' }
                            B: { $ref: '#/components/schemas/S/properties/choice/items' }
                        """
                )
                .Document.Root.Find("/components/schemas")!
                .Names
        );

    [Theory]
    [InlineData("#/paths/~1a/post/parameters/0/schema", "x")]
    [InlineData("#/paths/~1a/post/parameters/1/schema", "y")]
    [InlineData("#/paths/~1a/post/responses/200/schema", "z")]
    [InlineData("#/parameters/Shared/schema", "s")]
    public void A_reference_into_an_operation_of_Swagger_finds_what_has_moved(string reference, string member)
    {
        var document = ReadDocument.From(
            $$"""
            swagger: '2.0'
            parameters: { Shared: { name: s, in: body, schema: { type: object, properties: { s: { type: string } } } } }
            definitions: { R: { $ref: '{{reference}}' } }
            paths:
              /a:
                post:
                  parameters:
                    - { name: body, in: body, schema: { type: object, properties: { x: { type: string } } } }
                    - { name: odd, in: query, schema: { type: object, properties: { y: { type: string } } } }
                  responses: { '200': { description: ok, schema: { type: object, properties: { z: { type: string } } } } }
            """
        );

        Assert.Empty(document.Problems);
        Assert.Equal([member], document.Document.Find("/components/schemas/R").Node!["properties"]!.Names);
    }
}
