using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>The members of an object, wherever the parts of its schema declare them.</summary>
public sealed class SchemaMembersTests
{
    [Theory]
    [InlineData("""{"properties":{"a":{},"b":{}}}""", "a b")]
    [InlineData("""{"allOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]}""", "a b")]
    [InlineData("""{"properties":{"z":{}},"allOf":[{"properties":{"a":{}}}]}""", "z a")]
    [InlineData("""{"oneOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]}""", "a b")]
    [InlineData("""{"anyOf":[{"allOf":[{"properties":{"a":{}}}]},{"properties":{"b":{}}}]}""", "a b")]
    [InlineData("""{"not":{"properties":{"a":{}}}}""", "")]
    [InlineData("""{"type":"array","items":{"properties":{"a":{}}}}""", "")]
    [InlineData("{}", "")]
    public void All_parts_declare_members(string schema, string names) =>
        Assert.Equal(names, string.Join(' ', SchemaMembers.All(Read(schema)).Keys));

    [Fact]
    public void The_nearest_declaration_of_a_member_counts()
    {
        var schema = Read("""{"properties":{"a":{"type":"string"}},"allOf":[{"properties":{"a":{"type":"integer"}}}]}""");

        Assert.Equal(JsonObjectType.String, SchemaMembers.All(schema)["a"].Type);
    }

    [Theory]
    [InlineData("""{"required":["a"],"allOf":[{"required":["b"]},{"allOf":[{"required":["c"]}]}]}""", "a b c")]
    [InlineData("""{"required":["a"],"oneOf":[{"required":["b"]}],"anyOf":[{"required":["c"]}]}""", "a")]
    [InlineData("""{"required":["a"],"allOf":[{"required":["a"]}]}""", "a")]
    [InlineData("{}", "")]
    public void What_a_choice_requires_is_not_required_of_all(string schema, string names) =>
        Assert.Equal(names, string.Join(' ', SchemaMembers.Required(Read(schema)).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer"}}""", "a", JsonObjectType.String)]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer"}}""", "b", JsonObjectType.Integer)]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer"}}""", "A", JsonObjectType.Integer)]
    [InlineData("""{"properties":{"a":{"type":"string"}},"additionalProperties":false}""", "b", null)]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", "b", null)]
    [InlineData("""{"properties":{"":{"type":"string"}}}""", "", JsonObjectType.String)]
    public void A_member_has_its_own_schema_or_that_of_all_others(string schema, string name, JsonObjectType? type) =>
        Assert.Equal(type, SchemaMembers.Find(Read(schema), name)?.Type);

    [Fact]
    public void A_schema_that_consists_of_itself_ends()
    {
        var schema = new JsonSchema();
        schema.Properties["a"] = new JsonSchemaProperty();
        schema.AllOf.Add(new JsonSchema { Reference = schema });
        schema.OneOf.Add(schema);

        Assert.Equal(["a"], SchemaMembers.All(schema).Keys);
        Assert.Single(SchemaMembers.Parts(schema, choices: true));
    }

    [Fact]
    public void Parts_are_counted_once_and_to_a_depth()
    {
        var deepest = Read("""{"properties":{"deep":{}}}""");
        var schema = deepest;
        for (var depth = 0; depth < 100; depth++)
        {
            var outer = new JsonSchema();
            outer.AllOf.Add(schema);
            outer.AllOf.Add(schema);
            schema = outer;
        }

        Assert.Equal(17, SchemaMembers.Parts(schema, choices: false).Count());
    }

    private static JsonSchema Read(string json) => JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult();
}
