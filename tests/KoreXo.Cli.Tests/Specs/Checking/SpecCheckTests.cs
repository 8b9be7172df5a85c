using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs.Checking;

namespace KoreXo.Cli.Tests.Specs.Checking;

/// <summary>Two readers of a document agree, or each difference has a reason that a person can check.</summary>
public sealed class SpecCheckTests
{
    private const string Head = "info: { title: T, version: '1' }\n";

    [Theory]
    [InlineData("openapi: 3.0.3", "{ type: object, required: [a], properties: { a: { type: string, nullable: true } } }")]
    [InlineData(
        "openapi: 3.0.3",
        "{ allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { b: { type: integer } } }] }"
    )]
    [InlineData("openapi: 3.0.3", "{ oneOf: [{ $ref: '#/components/schemas/Base' }, { type: string }] }")]
    [InlineData("openapi: 3.0.3", "{ type: object, additionalProperties: { $ref: '#/components/schemas/Base' } }")]
    [InlineData("openapi: 3.0.3", "{ type: array, items: { type: array, items: { type: number } } }")]
    [InlineData("openapi: 3.0.3", "{ type: string, enum: [a, b] }")]
    [InlineData("openapi: 3.1.0", "{ type: [string, 'null'] }")]
    public async Task A_schema_that_both_read_alike_is_no_difference(string version, string schema)
    {
        var check = await CheckAsync(version, schema);

        Assert.Empty(check.Disagreements);
        Assert.True(check.Facts > 4);
    }

    [Theory]
    [InlineData("openapi: 3.0.3", "{ enum: [a, b] }", "string", "any", "An omitted type follows from values, a format, members or choices")]
    [InlineData("openapi: 3.1.0", "{ type: [string, integer, boolean] }", "any", null, "A value of several types can be any value")]
    [InlineData(
        "openapi: 3.0.3",
        "{ type: string, properties: { odd: { type: string } } }",
        null,
        "string",
        "A string, a number or a list has no members, whatever is next to its type"
    )]
    public async Task A_difference_that_is_meant_has_its_reason(string version, string schema, string? own, string? other, string reason)
    {
        var difference = Assert.Single((await CheckAsync(version, schema)).Disagreements);

        Assert.Equal((own, reason), (difference.Own, difference.Reason));
        Assert.True(other is null || other == difference.Other, difference.Other);
    }

    [Fact]
    public async Task Examples_headers_and_links_do_not_keep_a_document_from_being_read() =>
        Assert.Empty(
            (
                await SpecCheck.RunAsync(
                    "a.yaml",
                    $$"""
                    openapi: 3.0.3
                    {{Head}}
                    paths:
                      /a:
                        get:
                          responses:
                            '200':
                              description: A.
                              headers: { X-A: { schema: { type: 5 } } }
                              links: { next: 5 }
                              content: { application/json: { schema: { type: string, example: [1] }, examples: { a: 5 } } }
                    """,
                    default
                )
            ).Disagreements
        );

    [Fact]
    public async Task An_operation_without_responses_is_read() =>
        Assert.Empty(
            (await SpecCheck.RunAsync("a.yaml", $"openapi: 3.0.3\n{Head}paths: {{ /a: {{ get: {{}} }} }}", default)).Disagreements
        );

    [Fact]
    public async Task The_operations_of_a_path_of_Swagger_are_compared_in_its_own_places()
    {
        var check = await SpecCheck.RunAsync(
            "a.yaml",
            $$"""
            swagger: '2.0'
            {{Head}}
            paths:
              /a:
                post:
                  consumes: [application/json]
                  parameters:
                    - { name: body, in: body, schema: { type: object, properties: { a: { type: string } } } }
                  responses: { '200': { description: A., schema: { type: string } } }
            """,
            default
        );

        Assert.Empty(check.Unexplained);
        Assert.All(check.Disagreements, static item => Assert.StartsWith("/paths/~1a", item.Place.Pointer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/None' }", "'#/components/schemas/None' leads to nothing")]
    [InlineData("{ $ref: 'none.yaml#/A' }", "'none.yaml#/A' leaves the document")]
    public async Task A_broken_reference_is_named_with_its_place(string schema, string problem)
    {
        var message = (await Assert.ThrowsAsync<CommandException>(() => CheckAsync("openapi: 3.0.3", schema))).Message;

        Assert.StartsWith(
            "a.yaml cannot be checked: NSwag reads no document with broken references:\na.yaml(",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Contains("(at /components/schemas/A)", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "a.yaml")]
    [InlineData("a: 1", "a.yaml is not an OpenAPI document that can be used: ")]
    [InlineData("openapi: 3.0.3\npaths: [", "a.yaml(")]
    [InlineData("openapi: 4.0.0\npaths: {}", "a.yaml is not an OpenAPI document that can be used: ")]
    public async Task What_is_no_document_is_refused_with_its_name(string text, string problem) =>
        Assert.StartsWith(
            problem,
            (await Assert.ThrowsAsync<CommandException>(() => SpecCheck.RunAsync("a.yaml", text, default))).Message,
            StringComparison.Ordinal
        );

    private static Task<SpecCheck> CheckAsync(string version, string schema) =>
        SpecCheck.RunAsync(
            "a.yaml",
            $$"""
            {{version}}
            {{Head}}
            paths:
              /a:
                get:
                  operationId: getA
                  parameters: [{ name: limit, in: query, required: true, schema: { type: integer } }]
                  responses: { '200': { description: A., content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
            components:
              schemas:
                A: {{schema}}
                Base: { type: object, properties: { a: { type: string } } }
            """,
            default
        );
}
