using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The types that a use leads to.</summary>
public sealed class TypeGraphTests
{
    private static readonly BoundDocument Document = BoundDocument.Schemas(
        """
            S: { properties: { a: { type: array, items: { $ref: '#/components/schemas/A' } }, u: { $ref: '#/components/schemas/U' } } }
            A: { properties: { s: { $ref: '#/components/schemas/S' }, c: { $ref: '#/components/schemas/Color' } }, additionalProperties: { $ref: '#/components/schemas/Rest' } }
            U: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Inner' } }, { type: string }] }
            Inner: { properties: { x: { additionalProperties: { $ref: '#/components/schemas/Color' } } } }
            Color: { enum: [red] }
            Rest: { properties: { x: {} } }
        """
    );

    [Theory]
    [InlineData("S", "A Color Inner Rest S U")]
    [InlineData("U", "Color Inner U")]
    [InlineData("Color", "Color")]
    public void Every_part_of_a_type_is_reached_once(string start, string expected) =>
        Assert.Equal(expected, Reach(new TypeRef.Named(start, NamedKind.Object)));

    [Fact]
    public void Lists_maps_and_nullable_types_are_looked_through() =>
        Assert.Equal("Rest", Reach(new TypeRef.List(new TypeRef.Map(new TypeRef.Nullable(new TypeRef.Named("Rest", NamedKind.Object))))));

    [Fact]
    public void Nothing_is_reached_from_nothing() => Assert.Equal("", Reach(null));

    private static string Reach(TypeRef? use)
    {
        var entered = new HashSet<string>(StringComparer.Ordinal);
        return string.Join(
            ' ',
            TypeGraph
                .Reach([use], name => entered.Add(name) ? Document.Model.Types.Single(type => type.Name == name) : null)
                .Select(static type => type.Name)
                .Order(StringComparer.Ordinal)
        );
    }
}
