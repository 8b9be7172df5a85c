using KoreXo.Generator.Tests.Calls;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Runtime.Tests;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Responses of several forms, of several shapes, and redirections.</summary>
public sealed class ResponseTests
{
    private const string Document = """
        openapi: 3.2.0
        info: { title: Responses, version: "1" }
        paths:
          /report:
            get:
              operationId: getReport
              responses:
                "200":
                  description: The report.
                  content:
                    application/json: { schema: { $ref: "#/components/schemas/Report" } }
                    application/xml: { schema: { $ref: "#/components/schemas/Report" } }
                    application/pdf: { schema: { type: string, format: binary } }
                    text/csv: { schema: { type: string } }
                    text/event-stream: { schema: { $ref: "#/components/schemas/Chunk" } }
                    application/vnd.report.short+json: { schema: { type: object, properties: { short: { type: string } } } }
          /events: { get: { operationId: streamEvents, responses: { "200": { description: Events., content: { text/event-stream: { itemSchema: { type: object, properties: { event: { type: string }, data: { type: string, contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/Chunk" } } } } } } } } } }
          /lines: { get: { operationId: streamLines, responses: { "200": { description: Lines., content: { application/x-ndjson: { schema: { $ref: "#/components/schemas/Chunk" } } } } } } }
          /sequence: { get: { operationId: streamSequence, responses: { "200": { description: Records., content: { application/json-seq: { itemSchema: { $ref: "#/components/schemas/Chunk" } } } } } } }
          /words: { get: { operationId: streamWords, responses: { "200": { description: Words., content: { text/event-stream: {} } } } } }
          /start:
            post:
              operationId: start
              responses:
                "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Report" } } } }
                "201": { description: Done too., content: { application/json: { schema: { $ref: "#/components/schemas/Report" } } } }
                "202": { description: Later., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } }
                "206": { description: A part., content: { text/plain: { schema: { type: string } } } }
                "204": { description: Nothing. }
          /wild: { get: { operationId: getWild, responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Report" } } } }, 2XX: { description: Other., content: { application/json: { schema: { $ref: "#/components/schemas/Ticket" } } } } } } }
          /same: { get: { operationId: getSame, responses: { "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Report" } } } }, "201": { description: Two., content: { application/json: { schema: { $ref: "#/components/schemas/Report" } } } } } } }
          /moved: { get: { operationId: getMoved, responses: { "302": { description: Elsewhere. }, default: { description: An error. } } } }
        components:
          schemas:
            Report: { type: object, required: [text], properties: { text: { type: string } } }
            Ticket: { type: object, required: [number], properties: { number: { type: integer } } }
            Chunk: { type: object, properties: { delta: { type: string } } }
        """;

    private static HttpSample Answering(string body, string type, int status = 200, params (string Name, string Value)[] headers) =>
        new(Document) { Answer = (context, _) => LoopbackServer.WriteAsync(context, body, status, type, headers) };

    private static string Join(string method) =>
        $$"""var all = new List<string>(); await foreach (var one in client.{{method}}()) { all.Add(one.Delta!); } return string.Join(",", all);""";

    [Theory]
    [InlineData("return (await client.GetReportAsync()).Text;", "{\"text\":\"t\"}", "application/json", "t")]
    [InlineData(
        "using var file = await client.GetReportAsPdfAsync(); return new StreamReader(file.Content).ReadToEnd();",
        "%PDF",
        "application/pdf",
        "%PDF"
    )]
    [InlineData("return await client.GetReportAsCsvAsync();", "a;b", "text/csv", "a;b")]
    [InlineData(
        "return (await client.GetReportAsVndReportShortJsonAsync()).Short!;",
        "{\"short\":\"s\"}",
        "application/vnd.report.short+json",
        "s"
    )]
    public async Task A_response_can_be_asked_for_in_each_of_its_forms(string statements, string body, string type, string expected)
    {
        var (result, requests) = await Answering(body, type).RunAsync(statements);

        Assert.Equal(expected, result);
        Assert.StartsWith(type, Assert.Single(requests).Headers["Accept"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_notation_of_the_same_value_is_no_form_of_its_own()
    {
        var (names, _) = await new HttpSample(Document).RunAsync(
            "return string.Join(\",\", typeof(SampleClient).GetMethods().Where(one => one.Name.StartsWith(\"GetReport\")).Select(one => one.Name).Order(StringComparer.Ordinal));"
        );

        Assert.Equal(
            "GetReportAsCsvAsync,GetReportAsEventStreamAsync,GetReportAsPdfAsync,GetReportAsVndReportShortJsonAsync,GetReportAsync",
            names
        );
    }

    [Theory]
    [InlineData("GetReportAsEventStreamAsync", "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":\"b\"}\n\n", "text/event-stream")]
    [InlineData(
        "StreamEventsAsync",
        "\uFEFF: hello\r\nevent: x\r\ndata: {\"delta\":\r\ndata: \"a\"}\r\n\r\ndata:{\"delta\":\"b\"}\r\n\r\n",
        "text/event-stream"
    )]
    [InlineData("StreamEventsAsync", "data: {\"delta\":\"a\"}\r\rdata: {\"delta\":\"b\"}\r\rdata: [DONE]", "text/event-stream")]
    [InlineData("StreamLinesAsync", "{\"delta\":\"a\"}\n\n{\"delta\":\"b\"}", "application/x-ndjson")]
    [InlineData("StreamSequenceAsync", "\u001e{\"delta\":\n\"a\"}\n\u001e{\"delta\":\"b\"}\n", "application/json-seq")]
    public async Task Items_of_a_stream_are_typed(string method, string body, string type)
    {
        var (result, requests) = await Answering(body, type).RunAsync(Join(method));

        Assert.Equal("a,b", result);
        Assert.StartsWith(type, Assert.Single(requests).Headers["Accept"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_without_a_schema_is_its_text_and_has_its_name() =>
        Assert.Equal(
            "start 1 one\ntwo|  1 three",
            (
                await Answering("id: 1\nevent: start\ndata: one\ndata: two\n\ndata: three\n\n", "text/event-stream")
                    .RunAsync(
                        "var all = new List<string>(); await foreach (var one in client.StreamWordsAsync().AsEvents()) { all.Add($\"{one.Event} {one.Id} {one.Value}\"); } return string.Join(\"| \", all);"
                    )
            ).Result
        );

    [Theory]
    [InlineData(
        "StreamEventsAsync",
        "data: {\"delta\":\"a\"}\n\ndata: {\"delta\":\"b\"}",
        "text/event-stream",
        "the stream ended early after 1 items: it ended in the middle of an event"
    )]
    [InlineData(
        "StreamEventsAsync",
        "data: {\"delta\":\"a\"}\n",
        "text/event-stream",
        "the stream ended early after 0 items: it ended in the middle of an event"
    )]
    [InlineData(
        "StreamLinesAsync",
        "{\"delta\":\"a\"}\n{\"del",
        "application/x-ndjson",
        "the stream ended early after 1 items: it ended in the middle of an item"
    )]
    [InlineData("StreamLinesAsync", "{\"delta\":\"a\"}\n{nonsense}\n", "application/x-ndjson", "item 1 of the stream cannot be read")]
    [InlineData(
        "StreamEventsAsync",
        "{\"delta\":\"a\"}",
        "application/json",
        "the response is application/json, not a stream; check that the request asks for one"
    )]
    public async Task A_stream_without_its_end_is_an_error(string method, string body, string type, string expected)
    {
        var (message, _) = await Answering(body, type)
            .RunAsync($"try {{ {Join(method)} }} catch (KoreXoException fault) {{ return fault.Message; }}");

        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_no_end()
    {
        var sample = new HttpSample(Document)
        {
            Answer = static async (context, _) =>
            {
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync("data: {\"delta\":\"a\"}\n\n");
                await context.Response.Body.FlushAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(300)); // a reset would overtake what was sent
                context.Abort();
            },
        };

        var (message, _) = await sample.RunAsync(
            $"try {{ {Join("StreamEventsAsync")} }} catch (KoreXoException fault) {{ return fault.Message; }}"
        );

        Assert.Contains("the stream ended early after 1 items: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_a_stream_is_the_error_of_the_call() =>
        Assert.Equal(
            "NotFound",
            (
                await Answering("{\"error\":\"none\"}", "application/json", 404)
                    .RunAsync(
                        $"try {{ {Join("StreamEventsAsync")} }} catch (KoreXoNotFoundException fault) {{ return fault.Status.ToString()!; }}"
                    )
            ).Result
        );

    [Fact]
    public async Task A_test_can_make_a_stream() =>
        Assert.Equal(
            "5",
            (
                await new HttpSample(Document).RunAsync(
                    "await foreach (var one in StreamedResult.FromItems([5])) { return one.ToString(); } return \"\";"
                )
            ).Result
        );

    [Theory]
    [InlineData(200, "application/json", "{\"text\":\"t\"}", "Ok t")]
    [InlineData(201, "application/json", "{\"text\":\"t\"}", "Ok t")]
    [InlineData(202, "application/json", "{\"number\":5}", "Accepted 5")]
    [InlineData(206, "text/plain", "part", "PartialContent part")]
    [InlineData(203, "application/json", "{\"odd\":1}", "Unknown {\"odd\":1}")]
    [InlineData(204, "application/json", "", "nothing")]
    public async Task Successes_of_several_shapes_are_read_by_their_status(int status, string type, string body, string expected)
    {
        var (result, _) = await Answering(body, type, status)
            .RunAsync(
                """
                return await client.StartAsync() switch
                {
                    StartResult.Ok ok => "Ok " + ok.Value.Text,
                    StartResult.Accepted later => "Accepted " + later.Value.Number,
                    StartResult.PartialContent part => "PartialContent " + part.Value,
                    StartResult.Unknown other => "Unknown " + other.Value.GetRawText(),
                    null => "nothing",
                    var other => other.ToString(),
                };
                """
            );

        Assert.Equal(expected, result);
    }

    [Theory]
    [InlineData(200, "{\"text\":\"t\"}", "t")]
    [InlineData(207, "{\"number\":5}", "5")]
    public async Task A_range_is_for_every_other_success(int status, string body, string expected) =>
        Assert.Equal(
            expected,
            (
                await Answering(body, "application/json", status)
                    .RunAsync(
                        "var result = await client.GetWildAsync(); return result is GetWildResult.Ok ok ? ok.Value.Text : ((GetWildResult.Success)result).Value.Number.ToString();"
                    )
            ).Result
        );

    [Fact]
    public async Task Successes_of_one_shape_have_its_type_and_their_status_in_the_details() =>
        Assert.Equal(
            "t Created",
            (
                await Answering("{\"text\":\"t\"}", "application/json", 201)
                    .RunAsync(
                        "var details = new ResponseDetails(); Report report = await client.GetSameAsync(new CallOptions { Details = details }); return $\"{report.Text} {details.Status}\";"
                    )
            ).Result
        );

    [Theory]
    [InlineData("https://files.test/a?b", "https://files.test/a?b")]
    [InlineData("/elsewhere", "*/elsewhere")]
    public async Task A_redirection_gives_the_address(string location, string expected)
    {
        var (result, requests) = await Answering("", "text/plain", 302, ("Location", location))
            .RunAsync("return (await client.GetMovedAsync()).AbsoluteUri;");

        Assert.EndsWith(expected.TrimStart('*'), result, StringComparison.Ordinal);
        Assert.StartsWith("http", result, StringComparison.Ordinal);
        Assert.Single(requests);
    }

    [Theory]
    [InlineData(200, "200 OK, but a redirect with a URL was expected")]
    [InlineData(500, "500")]
    public async Task Anything_but_an_address_is_an_error(int status, string expected)
    {
        var (message, _) = await Answering("", "text/plain", status)
            .RunAsync(
                "try { return (await client.GetMovedAsync(new CallOptions { MaxRetries = 0 })).AbsoluteUri; } catch (KoreXoException fault) { return fault.Message; }"
            );

        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public Task The_code_compiles_without_a_warning() => GeneratorVerifier.VerifyGeneratorAsync(Sample.Client(Document));
}
