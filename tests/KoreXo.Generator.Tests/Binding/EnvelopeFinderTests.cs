using KoreXo.Generator.Tests.Emit;

namespace KoreXo.Generator.Tests.Binding;

public sealed class EnvelopeFinderTests
{
    [Fact]
    public void What_is_around_the_items_of_a_page_is_no_class() => Assert.Equal(["Pet"], Classes(""));

    [Fact]
    public void It_is_one_if_another_operation_returns_it() =>
        Assert.Equal(
            ["Pet", "PetPage", "PetSummary"],
            Classes(
                """
                  /page:
                    get: { operationId: getPage, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/PetPage" } } } } } }
                """
            )
        );

    [Fact]
    public void A_part_of_it_is_one_if_another_operation_returns_that() =>
        Assert.Equal(
            ["Pet", "PetSummary"],
            Classes(
                """
                  /summary:
                    get: { operationId: getSummary, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/PetSummary" } } } } } }
                """
            )
        );

    private static IEnumerable<string> Classes(string operation)
    {
        var run = Sample.Run(
            Sample.Client(
                $$"""
                openapi: 3.0.3
                info: { title: Pets, version: "1" }
                paths:
                  /pets:
                    get:
                      operationId: listPets
                      x-paging: { style: page, in: query, position: page, size: size, start: 1, items: /pets }
                      parameters: [{ name: page, in: query, schema: { type: integer } }, { name: size, in: query, schema: { type: integer } }]
                      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/PetPage" } } } } }
                {{operation}}
                components:
                  schemas:
                    Pet: { type: object, properties: { name: { type: string } } }
                    PetSummary: { type: object, properties: { count: { type: integer } } }
                    PetPage:
                      type: object
                      properties: { pets: { type: array, items: { $ref: "#/components/schemas/Pet" } }, summary: { $ref: "#/components/schemas/PetSummary" } }
                """
            )
        );
        Assert.Empty(run.Diagnostics);
        return ((string[])["Pet", "PetPage", "PetSummary"]).Where(name =>
            run.Source("Sample.Models.g.cs").Contains($"class {name}\n", StringComparison.Ordinal)
        );
    }
}
