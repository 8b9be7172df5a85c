using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Choices of shapes: the cases, and the values of a discriminator that stand for each.</summary>
public sealed class UnionReaderTests
{
    private const string Pets = """
            Cat: { type: object, properties: { kind: { type: string }, lives: { type: integer } } }
            Dog: { type: object, properties: { kind: { type: string }, tricks: { type: integer } } }
        """;

    private const string OneOf = "oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]";

    [Theory]
    [InlineData("discriminator: { propertyName: kind }", "Cat: Cat by Cat", "Dog: Dog by Dog")]
    [InlineData("discriminator: { propertyName: kind, mapping: { c: '#/components/schemas/Cat' } }", "Cat: Cat by c", "Dog: Dog by Dog")]
    [InlineData("discriminator: { propertyName: kind, mapping: { c: Cat, d: Dog } }", "Cat: Cat by c", "Dog: Dog by d")]
    [InlineData("discriminator: { propertyName: kind, mapping: { c: Cat, kitten: Cat } }", "Cat: Cat by c, kitten", "Dog: Dog by Dog")]
    [InlineData("discriminator: { propertyName: kind, mapping: { Dog: Cat, Cat: Dog } }", "Cat: Cat by Dog", "Dog: Dog by Cat")]
    [InlineData("description: No discriminator.", "Cat: Cat", "Dog: Dog")]
    public void Values_come_from_the_mapping_or_from_the_names(string discriminator, string first, string second)
    {
        var document = BoundDocument.Schemas($"    S: {{ {OneOf}, {discriminator} }}\n{Pets}");

        Assert.Empty(document.Problems);
        Assert.Equal([first, second], document.Cases("S"));
    }

    [Theory]
    [InlineData("{ const: cat }", "{ const: dog }", "cat", "dog")]
    [InlineData("{ enum: [cat, kitten] }", "{ enum: [dog] }", "cat, kitten", "dog")]
    [InlineData("{ type: string }", "{ const: dog }", "Cat", "dog")]
    [InlineData("{ const: 1 }", "{ const: 2 }", "1", "2")]
    [InlineData("{ $ref: '#/components/schemas/Kind' }", "{ $ref: '#/components/schemas/Kind' }", "cat", "dog")]
    [InlineData("{ $ref: '#/components/schemas/Named' }", "{ $ref: '#/components/schemas/Named' }", "Cat", "Dog")]
    [InlineData("{ enum: [cat, dog] }", "{ enum: [cat, dog] }", "cat", "dog")]
    [InlineData("{ enum: [cat, dog, none] }", "{ enum: [dog, none] }", "cat", "dog")]
    [InlineData("{ enum: [x, y] }", "{ enum: [x, y] }", "Cat", "Dog")]
    [InlineData("{ enum: [cat, kitten, pet] }", "{ enum: [dog, pet] }", "cat, kitten", "dog")]
    [InlineData("{ enum: [Cat, Dog] }", "{ enum: [Cat, Dog] }", "Cat", "Dog")]
    public void A_value_that_only_one_branch_allows_stands_for_it(string cat, string dog, string first, string second) =>
        Assert.Equal(
            [$"Cat: Cat by {first}", $"Dog: Dog by {second}"],
            BoundDocument
                .Schemas(
                    $$"""
                        S: { {{OneOf}}, discriminator: { propertyName: kind } }
                        Cat: { type: object, properties: { kind: {{cat}}, lives: { type: integer } } }
                        Dog: { type: object, properties: { kind: {{dog}}, tricks: { type: integer } } }
                        Kind: { type: string, enum: [cat, dog] }
                        Named: { type: string, enum: [Cat, Dog] }
                    """
                )
                .Cases("S")
        );

    [Fact]
    public void A_value_of_two_branches_is_reported_and_stands_for_the_first()
    {
        var document = BoundDocument.Schemas(
            $$"""
                S: { {{OneOf}}, discriminator: { propertyName: kind } }
                Cat: { type: object, properties: { kind: { const: pet }, lives: { type: integer } } }
                Dog: { type: object, properties: { kind: { const: pet }, tricks: { type: integer } } }
            """
        );

        Assert.Equal(["Cat: Cat by pet", "Dog: Dog"], document.Cases("S"));
        Assert.Equal(
            [
                "api/main.yaml(6) KXO2009 /components/schemas/S: The value 'pet' of the discriminator 'kind' for more than one shape; it is read as 'Cat'",
            ],
            document.Problems
        );
    }

    [Fact]
    public void Branches_that_are_one_class_share_their_values()
    {
        var document = BoundDocument.Schemas(
            """
                S: { oneOf: [{ $ref: '#/components/schemas/Created' }, { $ref: '#/components/schemas/Deleted' }, { $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind, mapping: { created: '#/components/schemas/Created', deleted: '#/components/schemas/Deleted' } } }
                Created: { allOf: [{ $ref: '#/components/schemas/Event' }] }
                Deleted: { allOf: [{ $ref: '#/components/schemas/Event' }], description: Deleted. }
                Event: { type: object, properties: { kind: { type: string } } }
                Other: { type: object, properties: { kind: { type: string }, x: {} } }
            """
        );

        Assert.Equal(["Event: Event by created, deleted", "Other: Other by Other"], document.Cases("S"));
    }

    [Theory]
    [InlineData("x: '#/components/schemas/Fish'", "x", "#/components/schemas/Fish")]
    [InlineData("c: Cat, 'a/b': Fish", "a~1b", "Fish")]
    public void A_mapping_to_what_is_no_shape_is_reported(string mapping, string pointer, string target)
    {
        var document = BoundDocument.Schemas(
            $"    S: {{ {OneOf}, discriminator: {{ propertyName: kind, mapping: {{ {mapping} }} }} }}\n{Pets}\n    Fish: {{ properties: {{ kind: {{}} }} }}"
        );

        Assert.Equal(
            [
                $"api/main.yaml(6) KXO2009 /components/schemas/S/discriminator/mapping/{pointer}: The mapping of '{pointer.Replace("~1", "/", StringComparison.Ordinal)}' to '{target}', which is none of the shapes,; such a value is read as unknown",
            ],
            document.Problems
        );
    }

    [Fact]
    public void A_base_with_a_discriminator_is_a_choice_of_what_extends_it()
    {
        var document = BoundDocument.Schemas(
            """
                S: { type: object, properties: { kind: { type: string } }, required: [kind], discriminator: { propertyName: kind, mapping: { c: '#/components/schemas/Cat' } } }
                Cat: { allOf: [{ $ref: '#/components/schemas/S' }, { properties: { lives: { type: integer } } }] }
                Dog: { allOf: [{ $ref: '#/components/schemas/S' }], x-discriminator-value: dog, properties: { tricks: { type: integer } } }
            """
        );

        Assert.Equal(["Cat: Cat by c", "Dog: Dog by dog"], document.Cases("S"));
        Assert.Equal(["kind: String! = c", "lives: Int64"], document.Members("Cat"));
    }

    [Fact]
    public void A_base_that_lists_the_values_of_all_identifies_none()
    {
        var document = BoundDocument.Schemas(
            """
                S: { type: object, properties: { kind: { type: string, enum: [cat, dog] } }, discriminator: { propertyName: kind } }
                Cat: { allOf: [{ $ref: '#/components/schemas/S' }, { properties: { kind: { enum: [cat] } } }] }
                Dog: { allOf: [{ $ref: '#/components/schemas/S' }, { properties: { tricks: { type: integer } } }] }
            """
        );

        Assert.Equal(["Cat: Cat by cat", "Dog: Dog by Dog"], document.Cases("S"));
    }

    [Theory]
    [InlineData("[{ type: string }, { type: integer }]", "Text: String", "Integer: Int64")]
    [InlineData("[{ type: string, pattern: a }, { type: string, maxLength: 9 }, { type: boolean }]", "Text: String", "Flag: Boolean")]
    [InlineData(
        "[{ type: string, format: date }, { type: string, format: date-time }]",
        "DateOnly: DateOnly",
        "DateTimeOffset: DateTimeOffset"
    )]
    [InlineData("[{ type: array, items: { type: string } }, { type: string }]", "TextList: [String]", "Text: String")]
    [InlineData("[{ type: object }, { type: array, items: {} }]", "AnyMap: {Any}", "AnyList: [Any]")]
    [InlineData("[{ properties: { a: {} } }, { properties: { b: {} } }]", "Option1: SOption1", "Option2: SOption2")]
    [InlineData("[{ title: First, properties: { a: {} } }, { $ref: '#/components/schemas/Cat' }]", "Option1: SOption1", "Cat: Cat")]
    public void Cases_are_the_types_that_differ(string branches, string first, string second) =>
        Assert.Equal([first, second], BoundDocument.Schemas($"    S: {{ oneOf: {branches} }}\n{Pets}").Cases("S"));

    [Theory]
    [InlineData("discriminator: { propertyname: kind }")]
    [InlineData("discriminator: { mapping: { c: Cat } }")]
    [InlineData("discriminator: { propertyName: 5 }")]
    [InlineData("discriminator: {}")]
    public void A_discriminator_without_a_member_is_reported(string discriminator)
    {
        var document = BoundDocument.Schemas($"    S: {{ {OneOf}, {discriminator} }}\n{Pets}");

        Assert.Equal(
            [
                "api/main.yaml(6) KXO2020 /components/schemas/S/discriminator: A discriminator without 'propertyName'; it is ignored. Write the name of the member that tells the shapes apart",
            ],
            document.Problems
        );
        Assert.Null(document.Type<UnionModel>("S").Discriminator);
    }

    [Fact]
    public void A_discriminator_of_Swagger_is_the_name_of_the_member()
    {
        var document = BoundDocument.From(
            """
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths: { /a: { get: { operationId: a, responses: { '200': { description: Done., schema: { $ref: '#/definitions/S' } } } } } }
            definitions:
              S: { type: object, properties: { kind: { type: string } }, discriminator: kind }
              Cat: { allOf: [{ $ref: '#/definitions/S' }], properties: { lives: { type: integer } } }
            """
        );

        Assert.Equal("kind", document.Type<UnionModel>("S").Discriminator);
        Assert.Equal(["Cat: Cat by Cat"], document.Cases("S"));
    }

    [Fact]
    public void A_choice_of_choices_by_one_discriminator_knows_the_values_of_all()
    {
        var document = BoundDocument.Schemas(
            $$"""
                S: { oneOf: [{ $ref: '#/components/schemas/Mammal' }, { $ref: '#/components/schemas/Fish' }], discriminator: { propertyName: kind } }
                Mammal: { {{OneOf}}, discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }
                Fish: { type: object, properties: { kind: { const: fish } } }
            {{Pets}}
            """
        );

        Assert.Equal(["Mammal: Mammal by cat, dog", "Fish: Fish by fish"], document.Cases("S"));
    }

    [Theory]
    [InlineData("Alias")]
    [InlineData("'#/components/schemas/Alias'")]
    public void A_mapping_may_name_another_name_of_a_shape(string target)
    {
        var document = BoundDocument.Schemas(
            $"    S: {{ {OneOf}, discriminator: {{ propertyName: kind, mapping: {{ c: {target} }} }} }}\n    Alias: {{ $ref: '#/components/schemas/Cat' }}\n{Pets}"
        );

        Assert.Equal(["Cat: Cat by c", "Dog: Dog by Dog"], document.Cases("S"));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_mapping_to_what_does_not_extend_the_schema_is_reported()
    {
        var document = BoundDocument.Schemas(
            $"    S: {{ properties: {{ kind: {{ type: string }} }}, discriminator: {{ propertyName: kind, mapping: {{ cat: Cat }} }} }}\n{Pets}"
        );

        Assert.Equal(["kind: String"], document.Members("S"));
        Assert.Equal(
            [
                "api/main.yaml(6) KXO2009 /components/schemas/S/discriminator: A mapping to schemas that neither extend the schema by 'allOf' nor are shapes of it by 'oneOf'; every value is read as the class that the schema describes",
            ],
            document.Problems
        );
    }

    [Fact]
    public void A_discriminator_of_a_schema_that_nothing_extends_is_a_member()
    {
        var document = BoundDocument.Schemas("    S: { properties: { kind: { type: string } }, discriminator: { propertyName: kind } }");

        Assert.Equal(["kind: String"], document.Members("S"));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void Members_beside_a_choice_that_its_shapes_do_not_have_are_reported()
    {
        var document = BoundDocument.Schemas(
            $"    S: {{ properties: {{ name: {{}}, kind: {{}}, lives: {{}} }}, {OneOf}, discriminator: {{ propertyName: kind }} }}\n{Pets}"
        );

        Assert.Equal(
            [
                "api/main.yaml(6) KXO2009 /components/schemas/S: A choice beside members that not all of its shapes have ('name', 'lives'); they are members without a type there; write them in the shapes, or the schema in their 'allOf'",
            ],
            document.Problems
        );
    }

    [Theory]
    [InlineData("{ properties: { kind: {} } }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }], properties: { name: {} } }")]
    [InlineData("{ type: string }")]
    public void Members_that_the_shapes_have_are_not(string shape) =>
        Assert.Empty(
            BoundDocument
                .Schemas(
                    $"    S: {{ properties: {{ kind: {{}} }}, oneOf: [{{ $ref: '#/components/schemas/Cat' }}, {{ $ref: '#/components/schemas/Shape' }}], discriminator: {{ propertyName: kind }} }}\n    Shape: {shape}\n    Base: {{ properties: {{ kind: {{}} }} }}\n{Pets}"
                )
                .Problems
        );
}
