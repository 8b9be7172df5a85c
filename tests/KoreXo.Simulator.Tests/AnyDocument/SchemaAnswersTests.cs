using System.Net.Http.Headers;
using System.Text;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Responses of operations that keep nothing: status, media type and content.</summary>
public sealed class SchemaAnswersTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Answers, version: "1" }
        paths:
          /many:
            get:
              operationId: many
              responses:
                "200":
                  description: d
                  content:
                    text/csv: { schema: { type: string }, example: "a;b" }
                    application/json: { schema: { type: object, required: [a], properties: { a: { type: integer, minimum: 4, maximum: 4 } } } }
                    application/vnd.test+json: { schema: { type: string, enum: [v] } }
          /text: { get: { operationId: text, responses: { "200": { description: d, content: { text/plain: { schema: { type: string }, example: "grüß" } } } } } }
          /object: { get: { operationId: object, responses: { "200": { description: d, content: { text/yaml: { schema: { type: object }, example: { a: 1 } } } } } } }
          /any: { get: { operationId: any, responses: { "200": { description: d, content: { application/zip: { schema: { type: string, format: binary } } } } } } }
          /free: { get: { operationId: free, responses: { "200": { description: d, content: { application/json: { schema: {} } } } } } }
          /bare: { get: { operationId: bare, responses: { "200": { description: d, content: { application/json: {} } } } } }
          /moved: { get: { operationId: moved, responses: { "302": { description: d }, "404": { description: d } } } }
          /other: { get: { operationId: other, responses: { default: { description: d, content: { application/json: { schema: { type: boolean } } } } } } }
          /none: { get: { operationId: none, responses: { "404": { description: d } } } }
          /nothing: { get: { operationId: nothing, responses: {} } }
          /reset: { get: { operationId: reset, responses: { "205": { description: d, content: { application/json: { schema: { type: string } } } } } } }
          /range: { get: { operationId: range, responses: { "2XX": { description: d, content: { application/json: { schema: { type: string, enum: [a] } } } } } } }
          /accepted: { put: { operationId: accepted, responses: { "202": { description: d }, "200": { description: d, content: { application/json: { schema: { type: string } } } } } } }
          /huge: { get: { operationId: huge, responses: { "2000": { description: d } } } }
          /small: { get: { operationId: small, responses: { "20": { description: d } } } }
          /exams/{id}/runs/{run}:
            get:
              operationId: run
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: run, in: path, required: true, schema: { type: integer } }
              responses: { "200": { description: d, content: { application/json: { schema: { type: object, required: [id, run, other], properties: { id: { type: string }, run: { type: string }, other: { type: string, enum: [x] } } } } } } }
        """;

    [Theory]
    [InlineData(null, "application/json", """{"a":4}""")]
    [InlineData("*/*", "application/json", """{"a":4}""")]
    [InlineData("text/csv", "text/csv", "a;b")]
    [InlineData("TEXT/CSV; q=0.5", "text/csv", "a;b")]
    [InlineData("application/vnd.test+json", "application/vnd.test+json", "\"v\"")]
    [InlineData("image/png", "application/json", """{"a":4}""")]
    [InlineData("text/csv, application/json", "application/json", """{"a":4}""")]
    [InlineData("nonsense", "application/json", """{"a":4}""")]
    public async Task The_caller_chooses_among_the_documented_types(string? accept, string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/many");
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        var reply = await SendAsync(request);

        Assert.Equal((200, type, body), (reply.Status, reply.Type, reply.Body));
    }

    [Theory]
    [InlineData("/text", 200, "text/plain", "grüß")]
    [InlineData("/object", 200, "text/yaml", """{"a":1}""")]
    [InlineData("/any", 200, "application/zip", "any")]
    [InlineData("/free", 200, "application/json", "{}")]
    [InlineData("/bare", 200, "application/json", "{}")]
    [InlineData("/moved", 302, null, "")]
    [InlineData("/none", 200, null, "")]
    [InlineData("/nothing", 200, null, "")]
    [InlineData("/reset", 205, null, "")]
    [InlineData("/range", 200, "application/json", "\"a\"")]
    [InlineData("/huge", 200, null, "")]
    [InlineData("/small", 200, null, "")]
    public async Task A_response_is_what_the_document_has_for_a_success(string path, int status, string? type, string body)
    {
        var reply = await SendAsync("GET", path);

        Assert.Equal((status, type, body), (reply.Status, reply.Type, reply.Body));
    }

    [Fact]
    public async Task A_default_response_is_a_success_where_there_is_no_other() =>
        Assert.Contains((await SendAsync("GET", "/other")).Body, new[] { "true", "false" });

    [Fact]
    public async Task The_first_success_of_the_document_counts() =>
        Assert.Equal((202, ""), ((await SendAsync("PUT", "/accepted")).Status, (await SendAsync("PUT", "/accepted")).Body));

    [Fact]
    public async Task Members_called_like_a_path_parameter_have_its_value() =>
        Assert.Equal("""{"id":"a b","run":"7","other":"x"}""", (await SendAsync("GET", "/exams/a%20b/runs/7")).Body);

    [Fact]
    public async Task Another_path_gets_another_response_of_the_same_form()
    {
        await using var other = await XoSimulator.StartForAsync(Document, new XoSimulatorOptions { TimeProvider = Clock });
        using var http = new HttpClient(other.CreateHandler()) { BaseAddress = other.Endpoint };

        Assert.Equal(await http.GetStringAsync(new Uri("/other", UriKind.Relative)), (await SendAsync("GET", "/other")).Body);
    }

    [Fact]
    public async Task Text_is_sent_in_the_encoding_that_its_length_counts()
    {
        using var response = await Http.GetAsync(new Uri("/text", UriKind.Relative));

        Assert.Equal(Encoding.UTF8.GetByteCount("grüß"), response.Content.Headers.ContentLength);
        Assert.Equal(new MediaTypeHeaderValue("text/plain").MediaType, response.Content.Headers.ContentType!.MediaType);
    }
}
