using System.Text.Json.Nodes;
using KoreXo.Simulator.Behaviors.Documented;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Rejections in the form that a document has for them.</summary>
public sealed class DocumentedErrorsTests
{
    private static readonly RefusalException Wrong = RefusalException.BadRequest("first.", "second.");

    [Theory]
    [InlineData("""{"type":"object","properties":{"message":{"type":"string"}}}""", """{"message":"first. second."}""")]
    [InlineData("""{"type":"object","properties":{"MSG":{"type":"string"}}}""", """{"MSG":"first. second."}""")]
    [InlineData("""{"type":"object","properties":{"error":{"type":"string"}}}""", """{"error":"first. second."}""")]
    [InlineData(
        """{"type":"object","properties":{"error":{"type":"object","properties":{"message":{"type":"string"},"code":{"type":"integer"}}}}}""",
        """{"error":{"message":"first. second.","code":400}}"""
    )]
    [InlineData(
        """{"type":"object","properties":{"status":{"type":"string"},"title":{"type":"string"}}}""",
        """{"status":"400","title":"first. second."}"""
    )]
    [InlineData(
        """{"type":"object","required":["code","message"],"properties":{"code":{"type":"string","enum":["bad"]},"message":{"type":"string"}}}""",
        """{"code":"bad","message":"first. second."}"""
    )]
    [InlineData(
        """{"type":"object","required":["code"],"properties":{"code":{"type":"boolean","enum":[true]},"message":{"type":"string"}}}""",
        """{"code":true,"message":"first. second."}"""
    )]
    [InlineData(
        """{"type":"object","properties":{"errors":{"type":"array","minItems":1,"maxItems":1,"items":{"type":"object","properties":{"msg":{"type":"string"}}}}}}""",
        """{"errors":[{"msg":"first. second."}]}"""
    )]
    [InlineData(
        """{"type":"object","properties":{"errors":{"type":"array","minItems":1,"maxItems":1,"items":{"type":"string"}}}}""",
        """{"errors":["first. second."]}"""
    )]
    [InlineData("""{"type":"array","minItems":1,"maxItems":1,"items":{"type":"string"}}""", """["first. second."]""")]
    [InlineData("""{"type":"object","properties":{"message":{"type":"string","maxLength":0}}}""", "{}")]
    [InlineData(
        """{"type":"object","properties":{"message":{"type":"string"},"trace":{"type":"string"}}}""",
        """{"message":"first. second."}"""
    )]
    public async Task The_reasons_are_where_the_schema_has_a_place_for_them(string schema, string body)
    {
        var answer = new DocumentedErrors().Write(await OperationAsync("400", schema), Wrong);

        Assert.Equal((400, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(body, JsonNode.Parse(answer.Body.Span)!.ToJsonString());
    }

    [Theory]
    [InlineData("400", 400, 400, true)]
    [InlineData("4XX", 400, 400, true)]
    [InlineData("4xx", 404, 404, true)]
    [InlineData("default", 409, 409, true)]
    [InlineData("422", 400, 422, true)]
    [InlineData("422", 404, 404, false)]
    [InlineData("404", 400, 400, false)]
    [InlineData("5XX", 400, 400, false)]
    [InlineData("5XX", 503, 503, true)]
    public async Task The_form_of_a_status_is_that_of_the_document(string documented, int status, int expected, bool hasForm)
    {
        var operation = await OperationAsync(documented, """{"type":"object","properties":{"message":{"type":"string"}}}""");

        var answer = new DocumentedErrors().Write(operation, new RefusalException(status, "no."));

        Assert.Equal(expected, answer.Status);
        Assert.Equal(hasForm ? "application/json; charset=utf-8" : "application/problem+json", answer.ContentType);
        Assert.Equal("no.", JsonNode.Parse(answer.Body.Span)![hasForm ? "message" : "detail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("application/problem+json", "application/problem+json; charset=utf-8")]
    [InlineData("application/vnd.errors+json", "application/vnd.errors+json; charset=utf-8")]
    [InlineData("text/plain", "application/problem+json")]
    [InlineData("application/xml", "application/problem+json")]
    public async Task The_media_type_is_the_documented_one_if_it_is_JSON(string type, string expected)
    {
        var operation = await OperationAsync("400", """{"type":"object","properties":{"title":{"type":"string"}}}""", type);

        Assert.Equal(expected, new DocumentedErrors().Write(operation, Wrong).ContentType);
    }

    [Fact]
    public void Without_an_operation_it_is_a_problem()
    {
        var answer = new DocumentedErrors().Write(null, RefusalException.WrongVerb("PUT", "/x", ["GET", "POST"]));

        Assert.Equal([("Allow", "GET, POST")], answer.Headers);
        Assert.Equal(
            """{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"The API at \u0027/x\u0027 does not take PUT, only GET, POST.","errors":["The API at \u0027/x\u0027 does not take PUT, only GET, POST."]}""",
            JsonNode.Parse(answer.Body.Span)!.ToJsonString()
        );
    }

    [Fact]
    public async Task Without_a_form_each_reason_is_listed()
    {
        var answer = new DocumentedErrors().Write(await OperationAsync("404", "{}"), Wrong);

        Assert.Equal("""["first.","second."]""", JsonNode.Parse(answer.Body.Span)!["errors"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"string"}""")]
    [InlineData("""{"not":{}}""")]
    [InlineData("""{"type":"object","required":["x"],"additionalProperties":false}""")]
    [InlineData("{}")]
    public async Task A_form_that_takes_no_reason_is_still_answered(string schema)
    {
        var answer = new DocumentedErrors().Write(await OperationAsync("400", schema), Wrong);

        Assert.Equal(400, answer.Status);
        Assert.NotEqual(0, answer.Body.Length);
    }

    private static async Task<ApiOperation> OperationAsync(string status, string schema, string type = "application/json")
    {
        var document = $$"""
            { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { "/x": { "get": { "operationId": "get", "responses": {
              "200": { "description": "d" },
              "{{status}}": { "description": "d", "content": { "{{type}}": { "schema": {{schema}} } } } } } } } }
            """;
        return (await ApiCatalog.LoadOtherAsync(document, CancellationToken.None)).Operations.Single();
    }
}
