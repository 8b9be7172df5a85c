namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>Members that an object has under a condition.</summary>
public sealed class ConditionNormalizerTests
{
    [Theory]
    [InlineData("then: { properties: { b: { type: integer } }, required: [b] }", "a b")]
    [InlineData("then: { properties: { b: {} } }, else: { properties: { c: {} } }", "a b c")]
    [InlineData("dependentSchemas: { a: { properties: { d: {} } }, e: { properties: { f: {} } } }", "a d f")]
    [InlineData("then: { properties: { a: { type: integer } } }", "a")]
    [InlineData("then: { required: [a] }", "a")]
    [InlineData("dependentSchemas: { a: true }", "a")]
    [InlineData("if: { properties: { g: {} } }", "a")]
    public void They_are_members_beside_the_others(string keywords, string members) =>
        Assert.Equal(members, string.Join(' ', Names($"{{ properties: {{ a: {{ type: string }} }}, {keywords} }}")));

    [Fact]
    public void A_member_keeps_the_type_that_it_has_without_a_condition() =>
        Assert.Equal(
            """{"properties":{"a":{"type":"string"}}}""",
            NormalForm.Schema("{ properties: { a: { type: string } }, then: { properties: { a: { type: integer } } } }")
        );

    [Fact]
    public void What_is_required_under_a_condition_is_not_required() =>
        Assert.Equal(
            """{"type":"object","properties":{"b":{"type":"integer"}}}""",
            NormalForm.Schema("{ type: object, then: { properties: { b: { type: integer } }, required: [b] } }")
        );

    [Fact]
    public void A_condition_in_a_part_belongs_to_the_part() =>
        Assert.Equal(
            """{"allOf":[{"if":{},"properties":{"b":{"type":"integer"}}}]}""",
            NormalForm.Schema("{ allOf: [{ if: {}, then: { properties: { b: { type: integer } } } }, { description: A remark. }] }")
        );

    [Fact]
    public void The_members_of_an_alias_are_not_shared() =>
        Assert.Equal(
            """{"properties":{"a":{"type":"string"}}}""",
            NormalForm.Part(
                """
                openapi: 3.1.0
                paths: {}
                components:
                  schemas:
                    A: { properties: &all { a: { type: string } }, then: { properties: { b: { type: string } } } }
                    B: { properties: *all }
                """,
                "/components/schemas/B"
            )
        );

    [Theory]
    [InlineData("type: string")]
    [InlineData("$ref: '#/components/schemas/Pet'")]
    [InlineData("oneOf: [{ type: string }, { type: integer }]")]
    public void What_has_no_members_gets_none(string keyword) =>
        Assert.Contains(
            "\"then\":{\"properties\":",
            NormalForm.Schema($"{{ {keyword}, then: {{ properties: {{ b: {{ type: string }} }} }} }}"),
            StringComparison.Ordinal
        );

    private static IReadOnlyList<string> Names(string schema)
    {
        var root = OpenApi.Text.SpecText.Read("x.json", NormalForm.Schema(schema), CancellationToken.None);
        return root["properties"]!.Names;
    }
}
