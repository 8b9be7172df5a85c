using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>Bodies and forms of Swagger 2.0, shared or not, at the operation or its path, and the media types that they get.</summary>
public sealed class SwaggerBodyTests
{
    [Theory]
    [InlineData("parameters: [{ $ref: '#/parameters/Body' }]")]
    [InlineData("parameters: [{ $ref: '#/parameters/Link' }]")]
    public void A_body_may_be_shared(string operation) =>
        Assert.Equal(
            """{"description":"A pet.","required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}}""",
            Read(operation).Json("/paths/~1a/post/requestBody")
        );

    [Fact]
    public void Fields_of_a_form_may_be_shared() =>
        Assert.Equal(
            """{"multipart/form-data":{"schema":{"type":"object","properties":{"file":{"type":"string","format":"binary"},"note":{"type":"string"}},"required":["file"]},"encoding":{}}}""",
            Read("parameters: [{ $ref: '#/parameters/File' }, { name: note, in: formData, type: string }]")
                .Json("/paths/~1a/post/requestBody/content")
        );

    [Theory]
    [InlineData("{ name: a, in: body, type: string }", """{"type":"string"}""")]
    [InlineData("{ name: a, in: body, type: array, items: { type: integer } }", """{"type":"array","items":{"type":"integer"}}""")]
    [InlineData("{ name: a, in: body, schema: { type: string }, type: integer }", """{"type":"string"}""")]
    [InlineData("{ name: a, in: body }", "{}")]
    public void A_body_without_a_schema_is_what_it_says_itself(string parameter, string schema) =>
        Assert.Equal(schema, Read($"parameters: [{parameter}]").Json("/paths/~1a/post/requestBody/content/application~1json/schema"));

    [Theory]
    [InlineData("{ name: a, in: formData, schema: { type: integer } }", """{"type":"integer"}""")]
    [InlineData("{ name: a, in: formData, schema: { type: integer }, description: d }", """{"type":"integer","description":"d"}""")]
    [InlineData(
        "{ name: a, in: formData, type: number, format: float, minimum: 0, x-nullable: true }",
        """{"type":"number","format":"float","x-nullable":true,"minimum":0,"nullable":true}"""
    )]
    public void A_field_is_what_its_parameter_or_its_schema_says(string parameter, string schema) =>
        Assert.Equal(
            schema,
            Read($"parameters: [{parameter}]")
                .Json("/paths/~1a/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/a")
        );

    [Theory]
    [InlineData("consumes: [text/plain]", "", "text/plain")]
    [InlineData("consumes: [text/plain]", "consumes: [application/xml],", "application/xml")]
    [InlineData("consumes: [text/plain]", "consumes: [],", "application/json")]
    [InlineData("consumes: [text/plain, text/plain]", "", "text/plain")]
    [InlineData("consumes: [multipart/form-data]", "", "application/json")]
    [InlineData("consumes: [application/json; charset=utf-8]", "", "application/json; charset=utf-8")]
    [InlineData("x-none: 1", "", "application/json")]
    public void A_body_has_the_media_types_of_the_operation_or_else_of_the_document(string document, string operation, string expected) =>
        Assert.Equal(
            [expected],
            Read($"{operation} parameters: [{{ name: a, in: body, schema: {{ type: string }} }}]", document)
                .Document.Root.Find("/paths/~1a/post/requestBody/content")!
                .Names
        );

    [Theory]
    [InlineData("produces: [text/csv]", "", "text/csv")]
    [InlineData("produces: [text/csv]", "produces: [application/xml],", "application/xml")]
    [InlineData("produces: [text/csv]", "produces: [],", "application/json")]
    [InlineData("produces: []", "", "application/json")]
    public void A_response_has_the_media_types_of_the_operation_or_else_of_the_document(
        string document,
        string operation,
        string expected
    ) =>
        Assert.Equal(
            [expected],
            Read($"{operation} responses: {{ '200': {{ description: ok, schema: {{ type: string }} }} }}", document)
                .Document.Root.Find("/paths/~1a/post/responses/200/content")!
                .Names
        );

    [Fact]
    public void A_body_of_the_operation_replaces_that_of_the_path()
    {
        var document = ReadDocument.From(
            "swagger: '2.0'\npaths: { /a: { parameters: [{ name: a, in: body, schema: { type: string } }], post: { parameters: [{ name: b, in: body, schema: { type: integer } }], responses: {} }, put: { responses: {} } } }"
        );

        Assert.Equal("""{"type":"integer"}""", document.Json("/paths/~1a/post/requestBody/content/application~1json/schema"));
        Assert.Equal("""{"type":"string"}""", document.Json("/paths/~1a/put/requestBody/content/application~1json/schema"));
    }

    [Theory]
    [InlineData("paths: { /a: { $ref: '#/x-paths/a' } }\nx-paths: { a: @ }", "/x-paths/a")]
    [InlineData("paths: { /a: { $ref: '#/paths/~1b' }, /b: @ }", "/paths/~1b")]
    [InlineData("paths: {}\nx-webhooks: { done: @ }", "/x-webhooks/done")]
    public void Operations_are_converted_wherever_they_are(string paths, string pointer)
    {
        var document = ReadDocument.From(
            "swagger: '2.0'\n"
                + paths.Replace(
                    "@",
                    "{ post: { parameters: [{ name: b, in: body, schema: { type: string } }], responses: { '200': { description: ok, schema: { type: integer } } } } }",
                    StringComparison.Ordinal
                )
        );

        Assert.Equal("""{"type":"string"}""", document.Json(pointer + "/post/requestBody/content/application~1json/schema"));
        Assert.Equal("""{"type":"integer"}""", document.Json(pointer + "/post/responses/200/content/application~1json/schema"));
    }

    [Fact]
    public void A_path_in_another_file_is_converted_too()
    {
        var document = ReadDocument.From(
            "swagger: '2.0'\npaths: { /a: { $ref: a.yaml } }",
            (
                "api/a.yaml",
                "post: { parameters: [{ $ref: 'b.yaml#/Body' }], responses: { '200': { description: ok, schema: { type: file } } } }"
            ),
            ("api/b.yaml", "Body: { name: b, in: body, schema: { type: string } }")
        );

        Assert.Empty(document.Problems);
        Assert.Equal("""{"type":"string"}""", document.Json("/paths/~1a/post/requestBody/content/application~1json/schema"));
        Assert.Equal(
            """{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}""",
            document.Json("/paths/~1a/post/responses/200/content")
        );
    }

    [Fact]
    public void A_discriminator_that_is_a_name_is_one_with_that_name()
    {
        var document = ReadDocument.From(
            "swagger: '2.0'\npaths: {}\ndefinitions: { Pet: { type: object, discriminator: kind, required: [kind], properties: { kind: { type: string } } }, Cat: { allOf: [{ $ref: '#/definitions/Pet' }, { type: object, properties: { lives: { type: integer, x-nullable: true } } }] } }"
        );

        Assert.Equal("""{"propertyName":"kind"}""", document.Json("/components/schemas/Pet/discriminator"));
        Assert.Equal("true", document.Json("/components/schemas/Cat/allOf/1/properties/lives/nullable"));
    }

    private static ReadDocument Read(string operation, string document = "x-none: 1") =>
        ReadDocument.From(
            $$"""
            swagger: '2.0'
            {{document}}
            definitions: { Pet: { type: object } }
            parameters:
              Body: { name: pet, in: body, required: true, description: A pet., schema: { $ref: '#/definitions/Pet' } }
              Link: { $ref: '#/parameters/Body' }
              File: { name: file, in: formData, type: file, required: true }
            paths:
              /a: { post: { {{operation}} } }
            """
        );
}
