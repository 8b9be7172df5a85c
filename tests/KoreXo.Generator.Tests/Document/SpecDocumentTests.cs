using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Document;

/// <summary>What readers of a document see of its paths, operations, parameters and credentials.</summary>
public sealed class SpecDocumentTests
{
    private const string Get = "responses: { '204': { description: Done. } }";

    [Fact]
    public void Paths_and_operations_come_in_the_order_of_the_document() =>
        Assert.Equal(
            ["/b put", "/b get", "/b COPY", "/a query"],
            Operations(
                $"/b: {{ put: {{ {Get} }}, summary: S., get: {{ {Get} }}, additionalOperations: {{ COPY: {{ {Get} }} }} }}\n  x-no: {{ get: {{ {Get} }} }}\n  /a: {{ query: {{ {Get} }}, x-get: {{ {Get} }}, Get: {{ {Get} }} }}"
            )
        );

    [Fact]
    public void A_method_that_HTTP_does_not_allow_is_reported()
    {
        var document = Read($"/a: {{ additionalOperations: {{ 'A B': {{ {Get} }}, LINK: {{ {Get} }} }} }}");

        Assert.Equal(["LINK"], document.Document.Operations(document.Document.Paths.Single()).Select(static one => one.Verb));
        Assert.Equal(
            ["api/main.yaml(4) KXO2009 /paths/~1a/additionalOperations/A B: The method 'A B'; the operation is left out"],
            document.Problems
        );
    }

    [Fact]
    public void Webhooks_are_found_under_both_of_their_names() =>
        Assert.Equal(
            ["/webhooks/new", "/x-webhooks/old"],
            ReadDocument
                .From($"openapi: 3.1.0\nwebhooks: {{ new: {{ post: {{ {Get} }} }} }}\nx-webhooks: {{ old: {{ post: {{ {Get} }} }} }}")
                .Document.Webhooks.Select(static path => path.Pointer)
        );

    [Fact]
    public void A_callback_is_called_by_its_name_and_not_by_its_address()
    {
        var document = Read(
            $"/a: {{ post: {{ {Get}, callbacks: {{ done: {{ '{{$request.body#/url}}': {{ post: {{ {Get} }} }} }}, shared: {{ $ref: '#/components/callbacks/Shared' }} }} }} }}\ncomponents: {{ callbacks: {{ Shared: {{ '{{$url}}': {{ put: {{ {Get} }} }} }} }} }}"
        );
        var operation = document.Document.Paths.SelectMany(document.Document.Operations).Single();

        Assert.Equal(
            ["done /paths/~1a/post/callbacks/done/{$request.body#~1url}", "shared /components/callbacks/Shared/{$url}"],
            document.Document.Callbacks(operation).Select(static path => $"{path.Template} {path.Pointer}")
        );
    }

    [Fact]
    public void Parameters_of_the_path_come_before_those_of_the_operation() =>
        Assert.Equal(
            ["shared /paths/~1a/parameters/0", "page /components/parameters/Page", "own /paths/~1a/get/parameters/1"],
            Parameters(
                $"/a: {{ parameters: [{{ name: shared, in: query }}], get: {{ parameters: [{{ $ref: '#/components/parameters/Page' }}, {{ name: own, in: query }}], {Get} }} }}\ncomponents: {{ parameters: {{ Page: {{ name: page, in: query }} }} }}"
            )
        );

    [Theory]
    [InlineData("{ name: a, in: query, schema: { type: string } }", "Query", null, "String")]
    [InlineData(
        "{ name: a, in: querystring, content: { application/json: { schema: { type: object } } } }",
        null,
        "application/json",
        "Object"
    )]
    [InlineData("{ name: a, in: cookie, content: { text/plain: {} } }", "Cookie", "text/plain", null)]
    [InlineData("{ name: a, in: header, schema: { type: integer }, content: { text/plain: {} } }", "Header", null, "Integer")]
    [InlineData("{ name: a, in: Path }", null, null, null)]
    public void A_parameter_is_read_by_its_schema_or_its_content(string parameter, string? place, string? mediaType, string? type)
    {
        var document = Read($"/a: {{ get: {{ parameters: [{parameter}], {Get} }} }}");
        var one = document.Document.Paths.SelectMany(document.Document.Operations).Single().Parameters.Single();

        Assert.Equal((place, mediaType, type), (one.Location?.ToString(), one.MediaType, one.Schema?.Type.ToString()));
    }

    [Fact]
    public void Only_credentials_that_OpenAPI_defines_are_credentials() =>
        Assert.Equal(
            ["key", "shared"],
            Read(
                "{}\ncomponents: { securitySchemes: { key: { type: apiKey }, other: { type: magic }, shared: { $ref: '#/components/securitySchemes/key' }, gone: { $ref: '#/none' }, text: x } }"
            )
                .Document.SecuritySchemes.Select(static scheme => scheme.Key)
        );

    [Theory]
    [InlineData("minimum: -1, maximum: 5", -1.0, 5.0)]
    [InlineData("minimum: 1e3, maximum: '5'", 1000.0, null)]
    [InlineData("minimum: 1e40, maximum: 1e400", null, null)]
    public void A_bound_that_is_no_number_or_too_large_is_none(string keywords, double? minimum, double? maximum)
    {
        var document = Read($"{{}}\ncomponents: {{ schemas: {{ A: {{ type: integer, {keywords} }} }} }}").Document;
        var schema = document.Schema(document.Root.Find("/components/schemas/A")!, "/components/schemas/A");

        Assert.Equal(((decimal?)minimum, (decimal?)maximum), (schema.Minimum, schema.Maximum));
    }

    private static IEnumerable<string> Operations(string paths)
    {
        var document = Read(paths).Document;
        return document.Paths.SelectMany(document.Operations).Select(static operation => $"{operation.Path.Template} {operation.Verb}");
    }

    private static IEnumerable<string> Parameters(string paths)
    {
        var document = Read(paths).Document;
        return document
            .Paths.SelectMany(document.Operations)
            .Single()
            .Parameters.Select(static parameter => $"{parameter.Name} {parameter.Pointer}");
    }

    private static ReadDocument Read(string paths) =>
        ReadDocument.From($"openapi: 3.2.0\ninfo: {{ title: T, version: '1' }}\npaths:\n  {paths}");
}
