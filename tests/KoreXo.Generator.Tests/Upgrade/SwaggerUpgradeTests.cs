namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>Swagger 2.0, as OpenAPI 3.0.</summary>
public sealed class SwaggerUpgradeTests
{
    [Theory]
    [InlineData(
        "{ name: id, in: query, type: integer, format: int64, required: true }",
        """[{"name":"id","in":"query","type":"integer","format":"int64","required":true,"schema":{"type":"integer","format":"int64"}}]"""
    )]
    [InlineData(
        "{ name: ids, in: query, type: array, items: { type: string } }",
        """[{"name":"ids","in":"query","type":"array","items":{"type":"string"},"schema":{"type":"array","items":{"type":"string"}},"explode":false}]"""
    )]
    [InlineData(
        "{ name: ids, in: query, type: array, items: { type: string }, collectionFormat: multi }",
        """[{"name":"ids","in":"query","type":"array","items":{"type":"string"},"collectionFormat":"multi","schema":{"type":"array","items":{"type":"string"}}}]"""
    )]
    [InlineData("{ $ref: '#/parameters/Page' }", """[{"$ref":"#/components/parameters/Page"}]""")]
    [InlineData("{ name: pet, in: body, schema: { $ref: '#/definitions/Pet' } }", "[]")]
    public void A_parameter_has_a_schema_and_a_body_is_none(string parameter, string expected) =>
        Assert.Equal(expected, NormalForm.Part(Document($"parameters: [{parameter}]"), "/paths/~1pets/post/parameters"));

    [Theory]
    [InlineData(
        "parameters: [{ name: pet, in: body, required: true, description: The pet., schema: { $ref: '#/definitions/Pet' } }]",
        """{"description":"The pet.","required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}}"""
    )]
    [InlineData(
        "consumes: [application/xml, application/json], parameters: [{ name: pet, in: body, schema: { type: object } }]",
        """{"content":{"application/xml":{"schema":{"type":"object"}},"application/json":{"schema":{"type":"object"}}}}"""
    )]
    [InlineData(
        "parameters: [{ name: a, in: formData, type: string, required: true, x-name: alpha }, { name: b, in: formData, type: array, items: { type: integer } }]",
        """{"required":true,"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{"type":"string","x-name":"alpha"},"b":{"type":"array","items":{"type":"integer"}}},"required":["a"]},"encoding":{"b":{"explode":false}}}}}"""
    )]
    [InlineData(
        "parameters: [{ name: f, in: formData, type: file, description: The photo. }]",
        """{"required":false,"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"f":{"type":"string","format":"binary","description":"The photo."}},"required":[]},"encoding":{}}}}"""
    )]
    [InlineData(
        "consumes: [multipart/form-data], parameters: [{ name: a, in: formData, type: string }]",
        """{"required":false,"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"a":{"type":"string"}},"required":[]},"encoding":{}}}}"""
    )]
    public void A_body_or_a_form_is_a_request_body(string operation, string expected) =>
        Assert.Equal(expected, NormalForm.Part(Document(operation), "/paths/~1pets/post/requestBody"));

    [Theory]
    [InlineData(
        "responses: { '200': { description: ok, schema: { type: string } } }",
        """{"application/json":{"schema":{"type":"string"}}}"""
    )]
    [InlineData(
        "produces: [text/csv], responses: { '200': { description: ok, schema: { type: string } } }",
        """{"text/csv":{"schema":{"type":"string"}}}"""
    )]
    [InlineData(
        "produces: [application/json], responses: { '200': { description: ok, schema: { type: file } } }",
        """{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}"""
    )]
    [InlineData(
        "produces: [application/json, image/png], responses: { '200': { description: ok, schema: { type: file } } }",
        """{"image/png":{"schema":{"type":"string","format":"binary"}}}"""
    )]
    public void A_response_has_content(string operation, string expected) =>
        Assert.Equal(expected, NormalForm.Part(Document(operation), "/paths/~1pets/post/responses/200/content"));

    [Fact]
    public void Credentials_are_schemes() =>
        Assert.Equal(
            """{"basic":{"type":"http","scheme":"basic"},"key":{"type":"apiKey","in":"header","name":"k"}}""",
            NormalForm.Part(Document("x-none: 1"), "/components/securitySchemes")
        );

    private static string Document(string operation) =>
        $$"""
            swagger: '2.0'
            securityDefinitions: { basic: { type: basic }, key: { type: apiKey, in: header, name: k } }
            parameters: { Page: { name: page, in: query, type: integer } }
            definitions: { Pet: { type: object } }
            paths: { /pets: { post: { {{operation}} } } }
            """;
}
