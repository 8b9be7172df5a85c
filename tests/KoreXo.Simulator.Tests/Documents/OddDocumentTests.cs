using System.Text;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Documents;

/// <summary>Documents with keywords of the wrong kind are served or refused, and nothing else happens.</summary>
public sealed class OddDocumentTests
{
    [Theory]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":[]}""")]
    [InlineData("""{"type":"any"}""")]
    [InlineData("""{"type":["string","integer","null"]}""")]
    [InlineData("""{"type":"string","minLength":-1}""")]
    [InlineData("""{"type":"string","maxLength":1.5}""")]
    [InlineData("""{"type":"string","maxLength":99999999999}""")]
    [InlineData("""{"type":"string","minLength":"a"}""")]
    [InlineData("""{"type":"string","pattern":"["}""")]
    [InlineData("""{"type":"string","pattern":7}""")]
    [InlineData("""{"type":"number","minimum":1e300}""")]
    [InlineData("""{"type":"number","minimum":"1"}""")]
    [InlineData("""{"type":"number","multipleOf":0}""")]
    [InlineData("""{"type":"number","multipleOf":-3}""")]
    [InlineData("""{"type":"number","exclusiveMinimum":5}""")]
    [InlineData("""{"type":"object","required":"x"}""")]
    [InlineData("""{"type":"object","required":[1,null]}""")]
    [InlineData("""{"type":"object","properties":[]}""")]
    [InlineData("""{"type":"object","properties":{"a":null}}""")]
    [InlineData("""{"type":"object","properties":{"a":true}}""")]
    [InlineData("""{"type":"object","additionalProperties":"x"}""")]
    [InlineData("""{"type":"object","minProperties":-1}""")]
    [InlineData("""{"type":"array","items":[]}""")]
    [InlineData("""{"type":"array","items":[{"type":"string"}]}""")]
    [InlineData("""{"type":"array","items":null}""")]
    [InlineData("""{"type":"array","items":true}""")]
    [InlineData("""{"type":"array","minItems":"1"}""")]
    [InlineData("""{"enum":[]}""")]
    [InlineData("""{"enum":"a"}""")]
    [InlineData("""{"enum":[null]}""")]
    [InlineData("""{"oneOf":[]}""")]
    [InlineData("""{"oneOf":{}}""")]
    [InlineData("""{"allOf":[null]}""")]
    [InlineData("""{"anyOf":["x"]}""")]
    [InlineData("""{"not":[]}""")]
    [InlineData("""{"discriminator":"kind","oneOf":[{"type":"object"}]}""")]
    [InlineData("""{"discriminator":{"propertyName":7,"mapping":{"a":7}},"oneOf":[{"type":"object"}]}""")]
    [InlineData("""{"discriminator":{"propertyName":"kind","mapping":{"a":"Nowhere"}},"oneOf":[{"type":"object"}]}""")]
    [InlineData("""{"nullable":"yes"}""")]
    [InlineData("""{"format":7,"type":"string"}""")]
    [InlineData("""{"default":{"a":1},"type":"string"}""")]
    [InlineData("""{"example":5,"type":"string"}""")]
    [InlineData("""{"$ref":5}""")]
    [InlineData("""{"$ref":""}""")]
    [InlineData("""{"$ref":"#/components/schemas/None"}""")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    public async Task A_schema_of_the_wrong_kind_is_no_failure_of_the_simulator(string schema)
    {
        XoSimulator service;
        try
        {
            service = await XoSimulator.StartForAsync(Document(schema));
        }
        catch (FormatException refusal)
        {
            Assert.NotEmpty(refusal.Message);
            return;
        }

        await using (service)
        {
            using var http = new HttpClient(service.CreateHandler()) { BaseAddress = service.Endpoint };
            using var answer = await http.GetAsync(new Uri("/x", UriKind.Relative));
            Assert.Equal(200, (int)answer.StatusCode);
            foreach (var body in new[] { "{}", "[]", "\"a\"", "1e400", "null", """{"a":{"kind":"a"},"kind":"a"}""" })
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var reply = await http.PostAsync(new Uri("/x", UriKind.Relative), content);
                Assert.True((int)reply.StatusCode < 500, $"{body}: {await reply.Content.ReadAsStringAsync()}");
            }
        }
    }

    [Theory]
    [InlineData("200", 200)]
    [InlineData("204", 204)]
    [InlineData("2XX", 200)]
    [InlineData("2xx", 200)]
    [InlineData("4XX", 400)]
    [InlineData("default", 200)]
    [InlineData("+20", 200)]
    public void The_status_of_a_response_is_a_number_whatever_the_document_calls_it(string status, int code) =>
        Assert.Equal(code, new ApiResponse(status, new Dictionary<string, NJsonSchema.JsonSchema>(StringComparer.Ordinal)).Code);

    [Theory]
    [InlineData("https://api.example.com/v1/", "/v1")]
    [InlineData("/v2", "/v2")]
    [InlineData("https://api.example.com", "")]
    [InlineData("https://api.example.com/", "")]
    [InlineData("https://{host}/v3", "")]
    [InlineData("/{base}/v4", "")]
    [InlineData("//api.example.com/v6", "/v6")]
    [InlineData("//api.example.com", "")]
    [InlineData("v5", "")]
    [InlineData("not a url", "")]
    public async Task The_path_of_a_server_is_known_unless_it_has_a_variable(string url, string path)
    {
        var document = Document("""{"type":"string"}""")
            .Replace(
                "\"paths\"",
                $$"""
                "servers": [{ "url": "{{url}}" }], "paths"
                """,
                StringComparison.Ordinal
            );

        var catalog = await ApiCatalog.LoadOtherAsync(document, CancellationToken.None);

        string[] expected = path.Length == 0 ? [] : [path];
        Assert.Equal(expected, catalog.BasePaths);
    }

    [Fact]
    public async Task Of_two_operations_of_one_id_the_second_is_called_by_its_place()
    {
        const string Text = """
            openapi: 3.0.3
            paths:
              /a: { get: { operationId: same, responses: {} }, post: { responses: {} } }
              /b: { put: { operationId: same, responses: {} } }
            """;

        var catalog = await ApiCatalog.LoadOtherAsync(Text, CancellationToken.None);

        Assert.Equal(["PUT /b", "post /a", "same"], catalog.Operations.Select(operation => operation.Id).Order(StringComparer.Ordinal));
    }

    private static string Document(string schema) =>
        $$"""
            {
              "openapi": "3.0.3",
              "info": { "title": "t", "version": "1" },
              "paths": { "/x": {
                "get": { "operationId": "get", "responses": { "200": { "description": "d", "content": { "application/json": { "schema": {{schema}} } } } } },
                "post": { "operationId": "post", "requestBody": { "content": { "application/json": { "schema": {{schema}} } } }, "responses": { "204": { "description": "d" } } }
              } }
            }
            """;
}
