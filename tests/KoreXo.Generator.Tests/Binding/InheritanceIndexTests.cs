using KoreXo.Generator.Binding;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Which schemas are derived from which.</summary>
public sealed class InheritanceIndexTests
{
    private static readonly InheritanceIndex Index = new(
        SpecText.Read(
            "x.yaml",
            """
            components:
              schemas:
                Pet: { type: object }
                Tom: { allOf: [{ properties: {} }, { $ref: '#/components/schemas/Cat' }] }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: {} }] }
                Dog/Wolf: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
                Both: { allOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Pet' }] }
                Owner: { properties: { pet: { allOf: [{ $ref: '#/components/schemas/Pet' }] } } }
                Choice: { oneOf: [{ $ref: '#/components/schemas/Pet' }] }
                Egg: { allOf: [{ $ref: '#/components/schemas/Hen' }] }
                Hen: { allOf: [{ $ref: '#/components/schemas/Egg' }] }
                Self: { allOf: [{ $ref: '#/components/schemas/Self' }] }
                Elsewhere: { allOf: [{ $ref: 'pets.yaml#/Pet' }] }
                Text: nothing
            """,
            CancellationToken.None
        )
    );

    [Theory]
    [InlineData("Pet", "Cat Dog~1Wolf Both Tom")]
    [InlineData("Cat", "Tom Both")]
    [InlineData("Tom", "")]
    [InlineData("Egg", "Hen")]
    [InlineData("Self", "")]
    [InlineData("None", "")]
    public void Those_by_an_allOf_of_their_own_come_nearest_first(string name, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Index.DerivedFrom("/components/schemas/" + name).Select(static pointer => pointer["/components/schemas/".Length..])
            )
        );

    [Fact]
    public void A_document_without_schemas_has_none() =>
        Assert.Empty(
            new InheritanceIndex(SpecText.Read("x.yaml", "paths: {}", CancellationToken.None)).DerivedFrom("/components/schemas/A")
        );
}
