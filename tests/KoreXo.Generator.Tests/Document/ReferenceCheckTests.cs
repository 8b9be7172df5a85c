using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Document;

/// <summary>References that lead nowhere, in a circle, out of the document, or to something else than they are for.</summary>
public sealed class ReferenceCheckTests
{
    private const string Components = """
        components:
          schemas:
            Pet: { type: object }
            Round: { $ref: '#/components/schemas/Trip' }
            Trip: { $ref: '#/components/schemas/Round' }
            a/b{c}: { type: string }
            List: [1]
          parameters: { Page: { name: page, in: query, schema: { type: integer } } }
          responses: { Ok: { description: ok } }
          requestBodies: { Body: { content: { application/json: { schema: { type: string } } } } }
        x-own: { type: string }
        """;

    [Theory]
    [InlineData("#/components/schemas/Pet")]
    [InlineData("#/components/schemas/a~1b{c}")]
    [InlineData("#/components/schemas/a~1b%7Bc%7D")]
    [InlineData("#/components/schemas/a%7E1b%7Bc%7D")]
    [InlineData("#/components/parameters/Page/schema")]
    [InlineData("#/components/requestBodies/Body/content/application~1json/schema")]
    [InlineData("#/x-own")]
    public void A_reference_to_a_schema_is_fine_wherever_the_schema_is(string reference) => Assert.Empty(Schema(reference));

    [Theory]
    [InlineData("#/components/schemas/pet", "leads to nothing; correct it or add what it names")]
    [InlineData("#/components/schemas/a/b{c}", "leads to nothing; correct it or add what it names")]
    [InlineData("#/components/schemas/Pet/", "leads to nothing; correct it or add what it names")]
    [InlineData("#Pet", "leads to nothing; correct it or add what it names")]
    [InlineData("#/components/schemas/Round", "leads in a circle")]
    [InlineData("", "leaves the document; give the file as an OpenApiPart item, or copy what it refers to into the document")]
    [InlineData("Pet", "leaves the document; give the file as an OpenApiPart item, or copy what it refers to into the document")]
    [InlineData("#/components/parameters/Page", "leads to a parameter, not to a schema; correct it")]
    [InlineData("#/components/responses/Ok", "leads to a response, not to a schema; correct it")]
    [InlineData("#/components/schemas", "leads to something else, not to a schema; correct it")]
    [InlineData("#/openapi", "leads to something else, not to a schema; correct it")]
    [InlineData("#/paths/~1a", "leads to a path, not to a schema; correct it")]
    [InlineData("#", "leads to the document, not to a schema; correct it")]
    public void Another_reference_says_where_it_leads(string reference, string reason) =>
        Assert.Equal(
            [$"api/main.yaml(4) KXO2004 /paths/~1a/get/responses/200/content/application~1json/schema: {reference}; {reason}"],
            Schema(reference)
        );

    [Theory]
    [InlineData("responses: { '200': { $ref: '#/components/schemas/Pet' } }", "responses/200", "a schema, not to a response")]
    [InlineData("requestBody: { $ref: '#/components/schemas/Pet' }", "requestBody", "a schema, not to a request body")]
    [InlineData("parameters: [{ $ref: '#/components/schemas/Pet' }]", "parameters/0", "a schema, not to a parameter")]
    [InlineData("parameters: [{ $ref: '#/components/requestBodies/Body' }]", "parameters/0", "a request body, not to a parameter")]
    public void A_reference_of_each_kind_leads_to_its_kind(string member, string pointer, string reason) =>
        Assert.Contains(
            $"api/main.yaml(4) KXO2004 /paths/~1a/get/{pointer}: {member.Split('\'')[^2]}; leads to {reason}; correct it",
            Problems(member)
        );

    [Theory]
    [InlineData("mapping: { cat: Cat, kitten: '#/components/schemas/Cat', other: './parts/pets.yaml#/Cat' }", null)]
    [InlineData(
        "mapping: { dog: Dog }",
        "mapping/dog: The mapping of 'dog' to 'Dog', which leads to nothing,; such a value is read as unknown"
    )]
    [InlineData(
        "mapping: { dog: '#/components/schemas/Dog' }",
        "mapping/dog: The mapping of 'dog' to '#/components/schemas/Dog', which leads to nothing,; such a value is read as unknown"
    )]
    [InlineData("defaultMapping: Cat", "defaultMapping: 'defaultMapping'; a value that no mapping names is read as unknown")]
    public void A_value_of_a_discriminator_that_nothing_reads_is_reported(string member, string? expected) =>
        Assert.Equal(
            expected is null ? [] : ["api/main.yaml(3) KXO2009 /components/schemas/Pet/discriminator/" + expected],
            ReadDocument
                .From(
                    $"openapi: 3.2.0\npaths: {{}}\ncomponents: {{ schemas: {{ Cat: {{ type: object }}, Pet: {{ oneOf: [{{ $ref: '#/components/schemas/Cat' }}], discriminator: {{ propertyName: kind, {member} }} }} }} }}"
                )
                .Problems
        );

    [Fact]
    public void In_a_schema_with_an_id_the_whole_document_is_that_schema() =>
        Assert.Empty(
            ReadDocument
                .From(
                    "openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { $id: https://api.test/a, properties: { a: { $ref: '#' } } } } }"
                )
                .Problems
        );

    [Fact]
    public void A_chain_of_32_references_is_followed_and_a_longer_one_is_a_circle()
    {
        static IReadOnlyList<string> Chain(int length) =>
            ReadDocument
                .From(
                    "openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n"
                        + string.Concat(
                            Enumerable.Range(0, length).Select(static i => $"    A{i}: {{ $ref: '#/components/schemas/A{i + 1}' }}\n")
                        )
                        + $"    A{length}: {{ type: string }}\n"
                )
                .Problems;

        Assert.Empty(Chain(33));
        Assert.Equal(["api/main.yaml(5) KXO2004 /components/schemas/A0: #/components/schemas/A1; leads in a circle"], Chain(34));
    }

    [Fact]
    public void A_reference_of_Swagger_is_quoted_as_it_is_written() =>
        Assert.Equal(
            [
                "api/main.yaml(2) KXO2004 /paths/~1a/get/responses/200/schema: #/definitions/None; leads to nothing; correct it or add what it names",
            ],
            ReadDocument
                .From(
                    "swagger: '2.0'\npaths: { /a: { get: { responses: { '200': { description: ok, schema: { $ref: '#/definitions/None' } } } } } }"
                )
                .Problems.Take(1)
        );

    private static List<string> Schema(string reference) =>
        Problems(
            $"responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '{reference}' }} }} }} }} }}"
        );

    private static List<string> Problems(string operation) =>
        ReadDocument
            .From($"openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  /a: {{ get: {{ {operation} }} }}\n{Components}")
            .Problems.Where(static problem =>
                problem.Contains("/paths/~1a", StringComparison.Ordinal) && !problem.Contains("KXO2020", StringComparison.Ordinal)
            )
            .ToList();
}
