using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Bodies that are sent and results that are received, of every kind that a document can describe.</summary>
public sealed class SendEmitterTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Sends, version: "1" }
        paths:
          /number: { post: { operationId: addNumber, requestBody: { content: { application/json: { schema: { type: integer } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { type: [integer, 'null'] } } } } } } }
          /set: { post: { operationId: addSet, requestBody: { content: { application/json: { schema: { type: string, enum: [a, b] } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { type: string, enum: [a, b] } } } } } } }
          /text: { post: { operationId: addText, requestBody: { required: true, content: { text/markdown: { schema: { type: string } } } }, responses: { "200": { description: ok, content: { text/plain: { schema: { type: string } } } } } } }
          /list: { post: { operationId: addList, requestBody: { required: true, content: { application/vnd.api+json: { schema: { type: array, items: { type: string, format: date } } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { type: object, additionalProperties: { type: array, items: { type: number } } } } } } } } }
          /form: { post: { operationId: addForm, requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: string }, list: { type: array, items: { type: integer } }, joined: { type: array, items: { type: string } } } }, encoding: { joined: { explode: false } } } } }, responses: { "204": { description: ok } } } }
          /any: { post: { operationId: addAny, requestBody: { required: true, content: { application/json: {} } }, responses: { "200": { description: ok, content: { application/json: {} } } } } }
        """;

    [Theory]
    [InlineData("AddNumberAsync(5)", "5", "application/json", "7", "7")]
    [InlineData("AddNumberAsync()", "", null, "null", "")]
    [InlineData("AddSetAsync(\"z\")", "\"z\"", "application/json", "\"y\"", "y")]
    [InlineData("AddSetAsync()", "", null, "\"a\"", "a")]
    [InlineData("AddListAsync([new(2024, 2, 29)])", "[\"2024-02-29\"]", "application/vnd.api+json", """{"a":[1,2.5]}""", "a")]
    [InlineData("AddAnyAsync(new Dictionary<string, JsonAny> { [\"a\"] = 1 })", """{"a":1}""", "application/json", "[1]", "[1]")]
    public async Task A_value_is_sent_and_a_value_is_received(string call, string body, string? type, string answer, string result)
    {
        using var handler = new RecordingHandler(answer);
        var received = await Sample.RunAsync(
            Sample.Client(Document),
            $"object? result = await client.{call}; return result is IReadOnlyDictionary<string, IReadOnlyList<double>> map ? map.Keys.Single() : $\"{{result}}\";",
            handler
        );

        Assert.Equal((body, result), (handler.Requests[0].Body, received));
        Assert.StartsWith(type ?? "none", handler.Requests[0].Headers.GetValueOrDefault("Content-Type", "none"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_sent_and_received_as_it_is()
    {
        using var handler = new RecordingHandler("\"quoted\" 5") { MediaType = "text/plain" };
        var received = await Sample.RunAsync(Sample.Client(Document), "return await client.AddTextAsync(\"# é\");", handler);

        Assert.Equal(("# é", "\"quoted\" 5"), (handler.Requests[0].Body, received));
        Assert.StartsWith("text/markdown", handler.Requests[0].Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new() { A = \"x y&\", List = [1, 2], Joined = [\"p\", \"q,r\"] }", "a=x%20y%26&list=1&list=2&joined=p%2Cq%2Cr")]
    [InlineData("new() { A = \"\" }", "a=")]
    [InlineData("new()", "")]
    [InlineData("", "")]
    public async Task A_form_has_its_fields_in_order(string request, string body)
    {
        using var handler = new RecordingHandler();
        await Sample.RunAsync(Sample.Client(Document), $"await client.AddFormAsync({request}); return \"\";", handler);

        Assert.Equal(body, handler.Requests[0].Body);
    }

    [Theory]
    [InlineData("AddNumberAsync(5)", "\"x\"")]
    [InlineData("AddNumberAsync(5)", "{}")]
    [InlineData("AddNumberAsync(5)", "")]
    [InlineData("AddSetAsync(\"a\")", "[1]")]
    [InlineData("AddListAsync([])", "[]")]
    [InlineData("AddListAsync([])", """{"a":["x"]}""")]
    public async Task A_response_of_another_kind_fails_the_call(string call, string answer)
    {
        using var handler = new RecordingHandler(answer);

        await Assert.ThrowsAsync<KoreXoException>(() =>
            Sample.RunAsync(Sample.Client(Document), $"await client.{call}; return \"\";", handler)
        );
    }
}
