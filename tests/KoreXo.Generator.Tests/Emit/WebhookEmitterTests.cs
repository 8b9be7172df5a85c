using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Requests that the service sends: their readers, and the responses that acknowledge them.</summary>
public sealed class WebhookEmitterTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: 'Hooks & <more>', version: "1" }
        paths:
          /a:
            post:
              operationId: start
              callbacks: { done: { '{$request.body#/url}': { post: { summary: Says that it is done, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Done' } } } }, responses: { "204": { description: ok } } } } } }
              responses: { "204": { description: ok } }
        webhooks:
          pet.created: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Done' } } } }, responses: { "202": { description: ok, content: { application/vnd.api+json: { schema: { type: object, required: [taken], properties: { taken: { type: boolean } } } } } } } } }
          pet-created: { put: { deprecated: true, requestBody: { content: { application/json: { schema: { type: array, items: { type: string } } } } }, responses: {} } }
          equals: { post: { requestBody: { content: { application/json: { schema: { oneOf: [{ type: string }, { type: integer }] } } } }, responses: {} } }
        components: { schemas: { Done: { type: object, required: [id], properties: { id: { type: string }, secret: { type: string, x-sensitive: true } } } } }
        """;

    [Theory]
    [InlineData("SampleWebhooks.PetCreated", "pet.created POST")]
    [InlineData("SampleWebhooks.PetCreatedPut", "pet-created PUT")]
    [InlineData("SampleWebhooks.EqualsPost", "equals POST")]
    [InlineData("SampleWebhooks.StartDone", "startDone POST")]
    public async Task A_request_has_a_reader_by_its_name(string webhook, string expected) =>
        Assert.Equal(expected, await RunAsync($"return {webhook}.Name + \" \" + {webhook}.Method;"));

    [Theory]
    [InlineData("PetCreated", """{"id":"1","more":[1]}""", """{"id":"1","more":[1]}""")]
    [InlineData("PetCreatedPut", """["a","b"]""", """["a","b"]""")]
    [InlineData("EqualsPost", "5", "5")]
    [InlineData("StartDone", """{"id":"1","secret":"s"}""", """{"id":"1","secret":"s"}""")]
    public async Task What_is_received_is_read_whole(string webhook, string json, string expected) =>
        Assert.Equal(
            expected,
            await RunAsync($"return Write(SampleWebhooks.{webhook}.Read(System.Text.Encoding.UTF8.GetBytes({Sample.Quote(json)})));")
        );

    [Theory]
    [InlineData("PetCreated", "[]")]
    [InlineData("PetCreated", """{"id":{}}""")]
    [InlineData("PetCreatedPut", "{}")]
    [InlineData("StartDone", "{")]
    public async Task What_is_no_such_request_is_refused(string webhook, string json) =>
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() =>
            RunAsync($"SampleWebhooks.{webhook}.Read(System.Text.Encoding.UTF8.GetBytes({Sample.Quote(json)})); return \"\";")
        );

    [Fact]
    public async Task A_response_is_written_with_its_status_and_type() =>
        Assert.Equal(
            """202 application/vnd.api+json {"taken":true}""",
            await RunAsync(
                "var hook = SampleWebhooks.PetCreated; return hook.StatusCode + \" \" + hook.ContentType + \" \" + System.Text.Encoding.UTF8.GetString(hook.Write(new() { Taken = true }).Span);"
            )
        );

    [Theory]
    [InlineData("/// <summary>The requests that Hooks &amp; &lt;more&gt; sends to the application.</summary>")]
    [InlineData("/// <summary>Says that it is done.</summary>\n[global::KoreXo.ApiWebhook(\"startDone\", \"POST\")]")]
    [InlineData("/// <summary>Reads the request 'pet.created'.</summary>\n[global::KoreXo.ApiWebhook(\"pet.created\", \"POST\")]")]
    [InlineData(
        "[global::KoreXo.ApiWebhook(\"pet-created\", \"PUT\")]\n[global::System.Obsolete(\"The document marks this as deprecated.\")]"
    )]
    public void A_reader_says_what_it_reads(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Webhooks"), StringComparison.Ordinal);

    private static Task<string> RunAsync(string statements) => Sample.RunAsync(Sample.Client(Document), statements, new RecordingHandler());
}
