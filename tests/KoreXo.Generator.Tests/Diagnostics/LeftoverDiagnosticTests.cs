using KoreXo.Generator.Tests.Emit;

namespace KoreXo.Generator.Tests.Diagnostics;

/// <summary>Words that OpenAPI does not have, which would otherwise make a part of a document vanish.</summary>
public sealed class LeftoverDiagnosticTests
{
    [Theory]
    [InlineData(
        "{ name: a, in: query, type: integer }",
        "(7,48): warning KXO2020: The Swagger 2.0 keyword 'type' of a parameter is not part of the document's version of OpenAPI; the parameter is treated as a string. Write it under 'schema' (at /paths/~1a/get/parameters/0/type)"
    )]
    [InlineData(
        "{ name: a, in: body, schema: { type: object } }",
        "(7,20): warning KXO2020: The Swagger 2.0 parameter 'in: body' is not part of the document's version of OpenAPI; the parameter is left out. Write a 'requestBody' (at /paths/~1a/get/parameters/0)"
    )]
    [InlineData(
        "{ name: a, in: formData, type: string }",
        "(7,20): warning KXO2020: The Swagger 2.0 parameter 'in: formData' is not part of the document's version of OpenAPI; the parameter is left out. Write a 'requestBody' (at /paths/~1a/get/parameters/0)"
    )]
    [InlineData(
        "{ name: a, in: query, schema: { type: String } }",
        "(7,58): warning KXO2020: The type 'String' is not part of the document's version of OpenAPI; it is treated as 'string'. Write one of string, number, integer, boolean, object and array (at /paths/~1a/get/parameters/0/schema/type)"
    )]
    [InlineData(
        "{ name: a, in: query, schema: { type: banana } }",
        "(7,58): warning KXO2020: The type 'banana' is not part of the document's version of OpenAPI; it is treated as any value. Write one of string, number, integer, boolean, object and array (at /paths/~1a/get/parameters/0/schema/type)"
    )]
    [InlineData("{ name: a, in: query, schema: { type: any } }", "")]
    [InlineData("{ name: a, in: query, schema: { type: object, properties: { type: { type: string } }, example: { type: banana } } }", "")]
    public void A_word_of_a_parameter_is_reported(string parameter, string expected) =>
        Assert.Equal(
            expected.Length == 0 ? [] : ["sample.yaml" + expected],
            Sample
                .Run(
                    Sample.Client(
                        $$"""
                        openapi: 3.0.3
                        info: { title: A, version: "1" }
                        paths:
                          /a:
                            get:
                              operationId: getA
                              parameters: [{{parameter}}]
                              responses: { "204": { description: ok } }
                        """
                    )
                )
                .Diagnostics
        );

    [Fact]
    public void A_response_of_Swagger_is_reported_once()
    {
        var diagnostics = Sample
            .Run(
                Sample.Client(
                    """
                    openapi: 3.0.3
                    info: { title: A, version: "1" }
                    host: a.test
                    securityDefinitions: { key: { type: apiKey, in: header, name: k } }
                    paths:
                      /a: { get: { operationId: getA, produces: [text/plain], responses: { "200": { description: ok, schema: { type: string } } } } }
                      /b: { get: { operationId: getB, responses: { "200": { description: ok, schema: { type: string } } } } }
                    """
                )
            )
            .Diagnostics;

        Assert.Equal(
            ["'host'", "'produces'", "'schema' of a response", "'securityDefinitions'"],
            diagnostics
                .Select(static text => text.Split("KXO2020: The Swagger 2.0 keyword ")[1].Split(" is not part of")[0])
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains(diagnostics, static text => text.Contains("(1 more like it)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelt_type_is_what_it_means() =>
        Assert.Contains(
            "public long? Count",
            Sample
                .Run(
                    Sample.Client(
                        """
                        openapi: 3.0.3
                        info: { title: A, version: "1" }
                        paths:
                          /a: { get: { operationId: getA, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } } }
                        components: { schemas: { A: { type: Object, properties: { count: { type: int } } } } }
                        """
                    )
                )
                .Source("Sample.Models.g.cs")
        );
}
