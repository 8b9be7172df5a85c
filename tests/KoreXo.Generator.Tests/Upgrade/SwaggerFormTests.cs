using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>What Swagger 2.0 says about lists, forms and media types, which OpenAPI 3 says elsewhere.</summary>
public sealed class SwaggerFormTests
{
    [Theory]
    [InlineData("collectionFormat: csv", """{"explode":false}""")]
    [InlineData("collectionFormat: ssv", """{"style":"spaceDelimited","explode":false}""")]
    [InlineData("collectionFormat: pipes", """{"style":"pipeDelimited","explode":false}""")]
    [InlineData("x-none: 1", """{"explode":false}""")]
    public void A_list_in_a_form_keeps_its_separator(string format, string expected) =>
        Assert.Equal(
            $$"""{"list":{{expected}}}""",
            Form($"parameters: [{{ name: list, in: formData, type: array, items: {{ type: string }}, {format} }}]", "/encoding")
        );

    [Theory]
    [InlineData("query", "multi", null)]
    [InlineData("query", "csv", "false")]
    [InlineData("query", "pipes", "false")]
    [InlineData("header", "multi", "false")]
    [InlineData("path", "multi", "false")]
    public void Only_a_query_repeats_the_name_of_a_list(string place, string format, string? explode) =>
        Assert.Equal(
            explode,
            Read(
                $"parameters: [{{ name: a, in: {place}, type: array, items: {{ type: string }}, collectionFormat: {format} }}], responses: {{}}"
            )
                .Document.Root.Find("/paths/~1a/post/parameters/0/explode")
                ?.Text
        );

    [Fact]
    public void Names_of_values_go_with_them() =>
        Assert.Equal(
            """{"type":"integer","enum":[1,2],"x-enum-varnames":["Low","High"],"x-enum-descriptions":["a","b"]}""",
            Read(
                    "parameters: [{ name: a, in: query, type: integer, enum: [1, 2], x-enum-varnames: [Low, High], x-enum-descriptions: [a, b] }]"
                )
                .Json("/paths/~1a/post/parameters/0/schema")
        );

    [Fact]
    public void A_field_of_the_operation_replaces_one_of_the_path() =>
        Assert.Equal(
            """{"type":"object","properties":{"shared":{"type":"integer"},"other":{"type":"string"}},"required":[]}""",
            Form("parameters: [{ name: shared, in: formData, type: integer }, { name: other, in: formData, type: string }]", "/schema")
        );

    [Theory]
    [InlineData("[]", "application/x-www-form-urlencoded")]
    [InlineData("[multipart/form-data]", "multipart/form-data")]
    [InlineData("[multipart/form-data; boundary=x]", "multipart/form-data")]
    [InlineData("[multipart/form-data, application/x-www-form-urlencoded]", "application/x-www-form-urlencoded")]
    [InlineData("[application/json]", "application/x-www-form-urlencoded")]
    public void A_form_without_a_file_is_sent_as_the_operation_says(string consumes, string mediaType) =>
        Assert.Equal(
            [mediaType],
            Read($"consumes: {consumes}, parameters: [{{ name: a, in: formData, type: string }}]")
                .Document.Root.Find("/paths/~1a/post/requestBody/content")!
                .Names
        );

    [Theory]
    [InlineData("x-none: 1", "application/json", "application/octet-stream")]
    [InlineData("produces: [text/csv]", "text/csv", "application/octet-stream")]
    [InlineData("produces: [image/png, text/csv]", "image/png text/csv", "image/png")]
    [InlineData("produces: []", "application/json", "application/octet-stream")]
    public void A_shared_response_has_the_media_types_of_the_operation(string produces, string text, string file)
    {
        var document = Read($"{produces}, responses: {{ '200': {{ $ref: '#/responses/Text' }}, '201': {{ $ref: '#/responses/File' }} }}");
        var responses = document.Document.Paths.SelectMany(document.Document.Operations).Single().Responses;

        Assert.Equal([text, file], responses.Select(static one => string.Join(' ', one.Content.Select(static media => media.Type))));
    }

    [Fact]
    public void A_shared_response_of_one_operation_is_not_changed_for_another() =>
        Assert.Equal(
            """{"description":"ok","schema":{"type":"file"},"content":{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}}""",
            Read("produces: [image/png], responses: { '200': { $ref: '#/responses/File' } }").Json("/components/responses/File")
        );

    [Theory]
    [InlineData(
        "[{ name: a, in: body, schema: {} }, { name: b, in: formData, type: string }]",
        "KXO2020 /paths/~1a/post/parameters/1: A parameter 'in: formData' beside one 'in: body'; it is left out. Write one body, or the fields of one form"
    )]
    [InlineData(
        "[{ name: a, in: body, schema: {} }, { name: b, in: body, schema: {} }]",
        "KXO2020 /paths/~1a/post/parameters/0: A parameter 'in: body' beside one 'in: body'; it is left out. Write one body, or the fields of one form"
    )]
    [InlineData(
        "[{ name: a, in: query, type: array, items: { type: string }, collectionFormat: semicolon }]",
        "KXO2020 /paths/~1a/post/parameters/0/collectionFormat: The collectionFormat 'semicolon' of a parameter in 'query'; it is treated as 'csv'. Write one of csv, ssv, pipes and, in a query or form, multi"
    )]
    [InlineData(
        "[{ name: a, in: header, type: array, items: { type: string }, collectionFormat: multi }]",
        "KXO2020 /paths/~1a/post/parameters/0/collectionFormat: The collectionFormat 'multi' of a parameter in 'header'; it is treated as 'csv'. Write one of csv, ssv, pipes and, in a query or form, multi"
    )]
    [InlineData(
        "[{ name: a, in: formData, type: array, items: { type: string }, collectionFormat: tsv }]",
        "KXO2020 /paths/~1a/post/parameters/0/collectionFormat: The collectionFormat 'tsv' of a parameter in 'formData'; it is treated as 'csv'. Write one of csv, ssv, pipes and, in a query or form, multi"
    )]
    [InlineData(
        "[{ name: a, in: query, type: array, items: { type: array, items: { type: string }, collectionFormat: pipes } }]",
        "KXO2020 /paths/~1a/post/parameters/0/items/collectionFormat: The collectionFormat of a list in a list; it is ignored, and the inner lists are written as JSON. Write a list of strings"
    )]
    public void What_cannot_be_sent_so_is_reported(string parameters, string expected) =>
        Assert.Equal(["api/main.yaml(9) " + expected], Read($"parameters: {parameters}").Problems);

    private static string Form(string operation, string pointer)
    {
        var document = Read(operation);
        var media = document.Document.Root.Find("/paths/~1a/post/requestBody/content")!;
        return OpenApi.Text.SpecJson.Write(media[media.Names[0]]!.Find(pointer)!);
    }

    private static ReadDocument Read(string operation)
    {
        var isShared = operation.Contains("shared", StringComparison.Ordinal);
        return ReadDocument.From(
            $$"""
            swagger: '2.0'
            info: { title: T, version: '1' }
            responses:
              Text: { description: ok, schema: { type: string } }
              File: { description: ok, schema: { type: file } }
            paths:
              /a:
                parameters: {{(isShared ? "[{ name: shared, in: formData, type: string, required: true }]" : "[]")}}
                post: { {{operation}} }
            """
        );
    }
}
