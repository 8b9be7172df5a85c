namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>References to names that schemas give themselves, as pointers into the document.</summary>
public sealed class SchemaIdsTests
{
    [Theory]
    [InlineData("#tag", "#/components/schemas/Tag")]
    [InlineData("#inner", "#/components/schemas/Pet/$defs/Inner")]
    [InlineData("https://api.test/pet", "#/components/schemas/Pet")]
    [InlineData("https://api.test/pet#", "#/components/schemas/Pet")]
    [InlineData("https://api.test/pet#inner", "#/components/schemas/Pet/$defs/Inner")]
    [InlineData("https://api.test/pet#/$defs/Inner", "#/components/schemas/Pet/$defs/Inner")]
    [InlineData("https://api.test/pet#/%24defs/a%20b", "#/components/schemas/Pet/$defs/a b")]
    [InlineData("pet", "#/components/schemas/Pet")]
    [InlineData("#/components/schemas/Tag", "#/components/schemas/Tag")]
    [InlineData("#none", "#none")]
    [InlineData("https://api.test/pet#/$defs/None", "https://api.test/pet#/$defs/None")]
    [InlineData("https://other.test/pet", "https://other.test/pet")]
    public void A_reference_outside_finds_a_schema_by_its_name(string reference, string expected) =>
        Assert.Equal($$"""{"$ref":"{{expected}}"}""", Reference(reference, "/components/schemas/Outside/properties/r"));

    [Theory]
    [InlineData("#/$defs/Inner", "#/components/schemas/Pet/$defs/Inner")]
    [InlineData("#", "#/components/schemas/Pet")]
    [InlineData("#inner", "#/components/schemas/Pet/$defs/Inner")]
    [InlineData("toy", "#/components/schemas/Toy")]
    [InlineData("/toy", "#/components/schemas/Toy")]
    [InlineData("#/components/schemas/Tag", "#/components/schemas/Tag")]
    public void A_reference_inside_starts_at_the_schema_with_the_id(string reference, string expected) =>
        Assert.Equal($$"""{"$ref":"{{expected}}"}""", Reference(reference, "/components/schemas/Pet/properties/r"));

    [Fact]
    public void A_member_that_is_called_like_a_keyword_is_no_name() =>
        Assert.Equal(
            """{"$id":{"type":"string"},"$anchor":{"type":"string"},"r":{"$ref":"#x"}}""",
            NormalForm.Part(
                """
                openapi: 3.1.0
                paths: {}
                components: { schemas: { A: { properties: { $id: { type: string }, $anchor: { type: string }, r: { $ref: '#x' } } } } }
                """,
                "/components/schemas/A/properties"
            )
        );

    [Fact]
    public void An_anchor_that_two_schemas_have_means_neither_from_outside() =>
        Assert.Equal(
            """{"$ref":"#same"}""",
            NormalForm.Part(
                """
                openapi: 3.1.0
                paths: {}
                components:
                  schemas:
                    A: { $id: https://api.test/a, $defs: { X: { $anchor: same } } }
                    B: { $id: https://api.test/b, $defs: { X: { $anchor: same } } }
                    C: { $ref: '#same' }
                """,
                "/components/schemas/C"
            )
        );

    [Theory]
    [InlineData("https://api.test/docs/main.yaml", "../pet", "#/components/schemas/P")]
    [InlineData("https://api.test/docs/deep/main.yaml", "../../pet", "#/components/schemas/P")]
    public void A_document_that_names_itself_is_where_its_references_start(string self, string reference, string expected) =>
        Assert.Equal(
            $$"""{"$ref":"{{expected}}"}""",
            NormalForm.Part(
                $$"""
                openapi: 3.2.0
                $self: {{self}}
                paths: {}
                components: { schemas: { P: { $id: https://api.test/pet, type: object }, R: { $ref: {{reference}} } } }
                """,
                "/components/schemas/R"
            )
        );

    [Fact]
    public void A_dynamic_reference_is_one_to_the_schemas_own_anchor() =>
        Assert.Equal(
            """{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}""",
            NormalForm.Part(
                """
                openapi: 3.1.0
                paths: {}
                components: { schemas: { Tree: { $dynamicAnchor: node, properties: { children: { type: array, items: { $dynamicRef: '#node' } } } } } }
                """,
                "/components/schemas/Tree/properties/children"
            )
        );

    [Fact]
    public void Before_3_1_a_schema_has_no_name_of_its_own() =>
        Assert.Equal(
            """{"$ref":"#tag"}""",
            NormalForm.Part(
                "openapi: 3.0.3\npaths: {}\ncomponents: { schemas: { Tag: { $anchor: tag }, R: { $ref: '#tag' } } }",
                "/components/schemas/R"
            )
        );

    private static string Reference(string reference, string pointer) =>
        NormalForm.Part(
            $$"""
            openapi: 3.1.0
            paths: {}
            components:
              schemas:
                Outside: { type: object, properties: { r: { $ref: '{{reference}}' } } }
                Tag: { $anchor: tag, type: string }
                Toy: { $id: https://api.test/toy, type: object }
                Pet:
                  $id: https://api.test/pet
                  type: object
                  properties: { r: { $ref: '{{reference}}' } }
                  $defs: { Inner: { $anchor: inner, type: string }, a b: { type: string } }
            """,
            pointer
        );
}
