using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Equal choices in several places: one type, so that values of one place fit the other.</summary>
public sealed class EqualChoicesTests
{
    private const string Pets = "{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }";

    private const string Shared = """
            Cat: { type: object, properties: { lives: { type: integer } } }
            Dog: { type: object, properties: { tricks: { type: integer } } }
            Cats: { type: array, items: { $ref: '#/components/schemas/Cat' } }
        """;

    [Theory]
    [InlineData("{ oneOf: [" + Pets + "] }", "{ oneOf: [" + Pets + "] }")]
    [InlineData("{ oneOf: [" + Pets + "] }", "{ anyOf: [" + Pets + "] }")]
    [InlineData("{ oneOf: [" + Pets + "] }", "{ oneOf: [" + Pets + ", { type: 'null' }] }")]
    [InlineData("{ oneOf: [" + Pets + "], description: One. }", "{ oneOf: [" + Pets + "], description: Other. }")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", "{ type: [string, integer] }")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", "{ oneOf: [{ type: string, maxLength: 5 }, { type: integer }] }")]
    [InlineData(
        "{ oneOf: [{ $ref: '#/components/schemas/Cats' }, { type: string }] }",
        "{ oneOf: [{ $ref: '#/components/schemas/Cats' }, { type: string }] }"
    )]
    [InlineData(
        "{ oneOf: [{ type: array, items: { $ref: '#/components/schemas/Cat' } }, { type: string }] }",
        "{ oneOf: [{ type: array, items: { $ref: '#/components/schemas/Cat' } }, { type: string }] }"
    )]
    [InlineData(
        "{ oneOf: [" + Pets + "], discriminator: { propertyName: kind } }",
        "{ oneOf: [" + Pets + "], discriminator: { propertyName: kind } }"
    )]
    public void Equal_choices_are_one_type(string one, string two) =>
        Assert.Equal(["a: SA", "b: SA"], Bind(one, two).Members("S").Select(static member => member.TrimEnd('?')));

    [Theory]
    [InlineData("{ oneOf: [" + Pets + "] }", "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: string }] }")]
    [InlineData("{ oneOf: [" + Pets + "] }", "{ oneOf: [{ $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Cat' }] }")]
    [InlineData("{ oneOf: [" + Pets + "] }", "{ oneOf: [" + Pets + "], discriminator: { propertyName: kind } }")]
    [InlineData(
        "{ oneOf: [" + Pets + "], discriminator: { propertyName: kind } }",
        "{ oneOf: [" + Pets + "], discriminator: { propertyName: kind, mapping: { cat: Cat } } }"
    )]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", "{ oneOf: [{ type: string }, { type: integer, format: int32 }] }")]
    [InlineData(
        "{ oneOf: [{ type: string }, { type: integer }] }",
        "{ oneOf: [{ type: string }, { type: integer, minimum: 0, maximum: 5 }] }"
    )]
    [InlineData("{ oneOf: [{ type: string }, { type: number }] }", "{ oneOf: [{ type: string, format: date }, { type: number }] }")]
    [InlineData(
        "{ oneOf: [{ type: array, items: { type: string } }, { type: string }] }",
        "{ oneOf: [{ type: array, items: { type: [string, 'null'] } }, { type: string }] }"
    )]
    [InlineData("{ oneOf: [{ properties: { x: {} } }, { type: string }] }", "{ oneOf: [{ properties: { x: {} } }, { type: string }] }")]
    [InlineData("{ oneOf: [{ enum: [x, y] }, { type: integer }] }", "{ oneOf: [{ enum: [x, y] }, { type: integer }] }")]
    public void Choices_that_differ_for_a_caller_are_two_types(string one, string two) =>
        Assert.Equal(["a: SA", "b: SB"], Bind(one, two).Members("S"));

    [Theory]
    [InlineData("oneOf: [" + Pets + "]")]
    [InlineData("anyOf: [" + Pets + "]")]
    [InlineData("anyOf: [" + Pets + "], description: A pet.")]
    public void An_equal_component_names_the_type_of_all(string component) =>
        Assert.Equal(
            ["a: Pet", "b: Pet"],
            Bind("{ oneOf: [" + Pets + "] }", "{ oneOf: [" + Pets + "] }", $"    Pet: {{ {component} }}").Members("S")
        );

    [Theory]
    [InlineData("oneOf: [" + Pets + "], properties: { x: {} }")]
    [InlineData("oneOf: [" + Pets + "], allOf: [{ properties: { x: {} } }]")]
    public void A_component_that_says_more_does_not(string component) =>
        Assert.Equal(
            ["a: SA", "b: SA"],
            Bind("{ oneOf: [" + Pets + "] }", "{ oneOf: [" + Pets + "] }", $"    Pet: {{ {component} }}").Members("S")
        );

    [Fact]
    public void Of_two_equal_components_each_keeps_its_name() =>
        Assert.Equal(
            ["a: One", "b: Two", "c: One"],
            Bind(
                    "{ $ref: '#/components/schemas/One' }",
                    "{ $ref: '#/components/schemas/Two' }",
                    $"    One: {{ oneOf: [{Pets}] }}\n    Two: {{ oneOf: [{Pets}] }}",
                    $", c: {{ oneOf: [{Pets}] }}"
                )
                .Members("S")
        );

    [Fact]
    public void A_list_in_a_list_in_a_list_is_compared_to_its_end() =>
        Assert.Equal(
            ["a: SA", "b: SA"],
            Bind(
                    "{ oneOf: [{ items: { items: { items: { type: string } } } }, { type: string }] }",
                    "{ oneOf: [{ items: { items: { items: { type: string } } } }, { type: string }] }"
                )
                .Members("S")
        );

    private static BoundDocument Bind(string one, string two, string components = "", string more = "") =>
        BoundDocument.Schemas($"    S: {{ properties: {{ a: {one}, b: {two}{more} }} }}\n{Shared}\n{components}");
}
