using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs;
using KoreXo.Cli.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>One API is one API in each version of OpenAPI, and what is none is not compared.</summary>
public sealed class SpecLoaderTests
{
    private const string Swagger = """
        swagger: '2.0'
        info: { title: Shop, version: '1' }
        host: shop.example
        basePath: /v1
        schemes: [https]
        consumes: [application/json]
        produces: [application/json]
        securityDefinitions: { key: { type: apiKey, in: header, name: X-Key } }
        security: [{ key: [] }]
        parameters: { Size: { name: size, in: query, type: integer, maximum: 100 } }
        responses: { Gone: { description: gone } }
        paths:
          /orders/{id}:
            get:
              operationId: getOrder
              parameters:
                - { name: id, in: path, required: true, type: string }
                - { $ref: '#/parameters/Size' }
                - { name: ids, in: query, type: array, items: { type: integer }, collectionFormat: multi }
                - { name: tags, in: query, type: array, items: { type: string } }
              responses: { '200': { description: ok, schema: { $ref: '#/definitions/Order' } }, '410': { $ref: '#/responses/Gone' } }
            put:
              operationId: putOrder
              parameters:
                - { name: id, in: path, required: true, type: string }
                - { name: body, in: body, required: true, schema: { $ref: '#/definitions/Order' } }
              responses: { '204': { description: ok } }
          /upload:
            post:
              operationId: upload
              consumes: [multipart/form-data]
              parameters: [{ name: file, in: formData, type: file, required: true }, { name: note, in: formData, type: string }]
              responses: { '204': { description: ok } }
        definitions:
          Order: { type: object, required: [no], properties: { no: { type: string }, when: { type: string, format: date-time, x-nullable: true }, kind: { type: string, enum: [a, b] } } }
        """;

    private const string Three = """
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        servers: [{ url: https://shop.example/v1 }]
        security: [{ key: [] }]
        paths:
          /orders/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getOrder
              parameters:
                - { $ref: '#/components/parameters/Size' }
                - { name: ids, in: query, schema: { type: array, items: { type: integer } } }
                - { name: tags, in: query, explode: false, schema: { type: array, items: { type: string } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }, '410': { $ref: '#/components/responses/Gone' } }
            put:
              operationId: putOrder
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '204': { description: ok } }
          /upload:
            post:
              operationId: upload
              requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, required: [file], properties: { file: { type: string, format: binary }, note: { type: string } } } } } }
              responses: { '204': { description: ok } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          parameters: { Size: { name: size, in: query, schema: { type: integer, maximum: 100 } } }
          responses: { Gone: { description: gone } }
          schemas:
            Order: { type: object, required: [no], properties: { no: { type: string }, when: { type: string, format: date-time, nullable: true }, kind: { type: string, enum: [a, b] } } }
        """;

    [Theory]
    [InlineData("2.0")]
    [InlineData("3.0.4")]
    [InlineData("3.1.0")]
    [InlineData("3.1.1")]
    [InlineData("3.2.0")]
    public void Another_version_of_OpenAPI_is_no_change(string version) =>
        Assert.Empty(DocumentComparer.Compare("shop.yaml", Read(Three), Read(Version(version)), default));

    [Fact]
    public async Task The_names_of_the_files_are_no_change()
    {
        using var folder = new SpecFolder().Write("crm-v1.yaml", Three).Write("2026.openapi.yaml", Three);

        var diff = await SpecDiff.CompareAsync(folder.File("crm-v1.yaml"), folder.File("2026.openapi.yaml"), [], TextWriter.Null, default);

        Assert.Empty(diff.Changes);
        Assert.Null(diff.Version);
    }

    [Fact]
    public async Task A_schema_that_moves_to_another_file_is_no_change()
    {
        var order = Three.Split('\n').Single(static line => line.StartsWith("    Order:", StringComparison.Ordinal));
        using var folder = new SpecFolder()
            .Write("old.yaml", Three)
            .Write(
                "new.yaml",
                Three
                    .Replace(order, "    Other: { type: string }", StringComparison.Ordinal)
                    .Replace("#/components/schemas/Order", "parts.yaml#/Order", StringComparison.Ordinal)
            )
            .Write("parts.yaml", order.Trim());

        var diff = await SpecDiff.CompareAsync(folder.File("old.yaml"), folder.File("new.yaml"), [], TextWriter.Null, default);

        Assert.Empty(diff.Changes);
    }

    [Fact]
    public void What_the_generator_ignores_is_a_warning_with_its_place()
    {
        using var warnings = new StringWriter { NewLine = "\n" };

        SpecLoader.Read(
            "shop.yaml",
            "shop.yaml",
            Three.Replace("- { name: ids, in: query,", "- { name: ids, in: matrix,", StringComparison.Ordinal),
            warnings,
            default
        );

        Assert.StartsWith("shop.yaml(12,", warnings.ToString(), StringComparison.Ordinal);
        Assert.Contains(": warning KXO2017: ", warnings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: b")]
    [InlineData("openapi: [")]
    public void What_no_client_can_be_generated_from_is_refused(string text) =>
        Assert.StartsWith(
            "shop.yaml cannot be compared because no client can be generated from it:\nshop.yaml(",
            Assert.Throws<CommandException>(() => Read(text)).Message,
            StringComparison.Ordinal
        );

    private static SpecSource Read(string text) => SpecLoader.Read("shop.yaml", "shop.yaml", text, TextWriter.Null, default);

    private static string Version(string version) =>
        version == "2.0" ? Swagger
        : version.StartsWith("3.0", StringComparison.Ordinal) ? Three.Replace("3.0.3", version, StringComparison.Ordinal)
        : Three
            .Replace("3.0.3", version, StringComparison.Ordinal)
            .Replace(
                "type: string, format: date-time, nullable: true",
                "type: [string, 'null'], format: date-time",
                StringComparison.Ordinal
            )
            .Replace("type: string, format: binary", "contentMediaType: application/octet-stream", StringComparison.Ordinal);
}
