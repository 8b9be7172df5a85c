using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The value of a discriminator: a constant of the object, or what each union writes into it.</summary>
public sealed class DiscriminatorValuesTests
{
    private const string Dog = "    Dog: { type: object, properties: { kind: { const: dog } } }";

    [Theory]
    [InlineData("{ kind: { type: string } }", "kind: String! = cat")]
    [InlineData("{ kind: { const: cat } }", "kind: CatKind! = cat")]
    [InlineData("{ kind: { $ref: '#/components/schemas/Kind' } }", "kind: Kind! = cat")]
    public void One_value_everywhere_is_a_constant(string properties, string expected)
    {
        var document = Bind("cat: Cat", properties);

        Assert.Contains(expected, document.Members("Cat"));
        Assert.Null(document.Type<UnionModel>("S").Cases[0].Tag);
    }

    [Theory]
    [InlineData("{ kind: { type: [string, 'null'] } }", "cat: Cat", "kind: String?")]
    [InlineData("{ kind: { type: string } }", "cat: Cat, kitten: Cat", "kind: String given")]
    [InlineData("{ lives: { type: integer } }", "cat: Cat", "kind: String given")]
    [InlineData("{ lives: { type: integer } }", "cat: Cat, kitten: Cat", "kind: String given")]
    [InlineData("{ kind: { $ref: '#/components/schemas/Kind' } }", "cat: Cat, kitten: Cat", "kind: Kind")]
    [InlineData("{ kind: { type: object } }", "cat: Cat", "kind: {Any}")]
    [InlineData("{ kind: { type: integer } }", "cat: Cat", "kind: Int64")]
    public void Otherwise_the_union_sets_it_where_the_type_of_the_member_allows(string properties, string mapping, string expected) =>
        Assert.StartsWith(
            expected,
            Bind(mapping, properties).Members("Cat").Single(static member => member.StartsWith("kind", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_number_may_be_a_value()
    {
        var document = Bind("'1': Cat", "{ kind: { type: integer } }");

        Assert.Equal(["kind: Int64! = 1"], document.Members("Cat"));
    }

    [Fact]
    public void Different_values_in_two_unions_are_tags_of_each()
    {
        var document = BoundDocument.Schemas(
            $$"""
                S: { properties: { one: { $ref: '#/components/schemas/One' }, two: { $ref: '#/components/schemas/Two' } } }
                One: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: Cat } } }
                Two: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { feline: Cat } } }
                Cat: { type: object, properties: { kind: { type: string } } }
            {{Dog}}
            """
        );

        Assert.Equal(["kind: String given"], document.Members("Cat"));
        Assert.Equal(["kind"], document.Type<ObjectModel>("Cat").Tags);
        Assert.Equal(["cat"], document.Type<UnionModel>("One").Cases[0].Tag!.Values);
        Assert.Equal(["feline"], document.Type<UnionModel>("Two").Cases[0].Tag!.Values);
        Assert.Null(document.Type<UnionModel>("Two").Cases[1].Tag);
    }

    [Fact]
    public void A_missing_member_gets_a_free_name()
    {
        var document = Bind("cat: Cat", "{ KIND: { type: string } }");

        Assert.Equal(["Kind", "KindValue"], document.Type<ObjectModel>("Cat").Properties.Select(static one => one.Name));
        Assert.Equal(["KIND", "kind"], document.Type<ObjectModel>("Cat").Properties.Select(static one => one.WireName));
    }

    [Fact]
    public void Cases_know_their_members_and_the_required_ones()
    {
        var document = BoundDocument.Schemas(
            """
                S: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { type: string }] }
                A: { properties: { x: {}, y: {} }, required: [y] }
                B: { properties: { z: {} } }
            """
        );

        Assert.Equal(
            ["x,y|y", "z|", "|"],
            document
                .Type<UnionModel>("S")
                .Cases.Select(static one => $"{string.Join(',', one.Members)}|{string.Join(',', one.RequiredMembers)}")
        );
    }

    private static BoundDocument Bind(string mapping, string properties) =>
        BoundDocument.Schemas(
            $$"""
                S: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { {{mapping}} } } }
                Cat: { type: object, properties: {{properties}} }
                Kind: { type: string, enum: [cat, dog] }
            {{Dog}}
            """
        );
}
