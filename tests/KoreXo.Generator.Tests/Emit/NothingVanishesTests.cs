using KoreXo.Generator.Tests.Calls;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Runtime.Tests;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Operations and requests that a document has in unusual places.</summary>
public sealed class NothingVanishesTests
{
    private const string Books = """
        openapi: 3.2.0
        info: { title: Books, version: "1" }
        paths:
          /books:
            query:
              operationId: searchBooks
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } } } } }
              responses: { "200": { description: Books., content: { application/json: { $ref: "#/components/mediaTypes/Books" } } } }
            additionalOperations:
              COPY: { operationId: copyBooks, responses: { "204": { description: Copied. } } }
              link: { responses: { "204": { description: Linked. } } }
          /shelves:
            $ref: "#/components/pathItems/Shelves"
            parameters: [{ name: room, in: query, schema: { type: string } }]
            post: { operationId: addShelf, responses: { "204": { description: Added. } } }
            delete: { operationId: emptyShelves, responses: { "204": { description: Gone. } } }
          /gone:
            $ref: "#/components/pathItems/Nowhere"
            put: { operationId: putGone, responses: { "204": { description: Put. } } }
        components:
          mediaTypes: { Books: { schema: { type: array, items: { $ref: "#/components/schemas/Book" } } } }
          schemas: { Book: { type: object, properties: { title: { type: [string, "null"] } } } }
          pathItems:
            Shelves:
              parameters: [{ name: floor, in: query, schema: { type: integer } }]
              get: { operationId: listShelves, responses: { "204": { description: Shelves. } } }
              delete: { operationId: other, responses: { "204": { description: Never. } } }
        """;

    [Theory]
    [InlineData("""await client.SearchBooksAsync(new() { Text = "sea" });""", "QUERY /books")]
    [InlineData("await client.CopyBooksAsync();", "COPY /books")]
    [InlineData("await client.LinkBooksAsync();", "link /books")]
    [InlineData("await client.ListShelvesAsync(new() { Floor = 2, Room = \"a\" });", "GET /shelves?floor=2&room=a")]
    [InlineData("await client.AddShelfAsync(new() { Room = \"a\" });", "POST /shelves?room=a")]
    [InlineData("await client.EmptyShelvesAsync();", "DELETE /shelves")]
    [InlineData("await client.PutGoneAsync();", "PUT /gone")]
    public async Task An_operation_is_called_wherever_it_is(string call, string expected)
    {
        var sample = new HttpSample(Books) { Answer = static (context, _) => LoopbackServer.WriteAsync(context, "[]") };

        var request = await sample.RequestAsync(call);

        Assert.Equal(expected, $"{request.Method} {request.Target}");
    }

    [Fact]
    public async Task A_query_sends_its_body_and_is_retried()
    {
        var answers = 0;
        var (title, requests) = await new HttpSample(Books)
        {
            Answer = (context, _) =>
                answers++ == 0
                    ? LoopbackServer.WriteAsync(context, "{}", 503)
                    : LoopbackServer.WriteAsync(context, """[{"title":"Sea"}]"""),
        }.RunAsync("""return (await client.SearchBooksAsync(new() { Text = "sea" }))[0].Title!;""");

        Assert.Equal("Sea", title);
        Assert.Equal(["""{"text":"sea"}""", """{"text":"sea"}"""], requests.Select(static request => request.Text));
    }

    private static string WithServers(string root, string path, string operation) =>
        $$"""
            openapi: 3.0.3
            info: { title: Planes, version: "1" }
            servers: [{{root}}]
            paths:
              /control: { get: { operationId: control, responses: { "204": { description: Done. } } } }
              /data: { servers: [{{path}}], get: { operationId: read, responses: { "204": { description: Done. } } }, put: { operationId: write, servers: [{{operation}}], responses: { "204": { description: Done. } } } }
            """;

    [Theory]
    [InlineData("{ url: 'https://api.test/v1' }", "{ url: 'https://api.test/v2' }", "GET /v2/data")]
    [InlineData("{ url: 'https://api.test/v1' }", "{ url: '/v3/' }", "GET /v3/data")]
    [InlineData("{ url: 'https://api.test/v1' }", "{ url: 'https://api.test/v1/' }", "GET /v1/data")]
    [InlineData(
        "{ url: 'https://{host}/v1', variables: { host: { default: api.test } } }",
        "{ url: 'https://{host}/{v}', variables: { host: { default: api.test }, v: { default: v9 } } }",
        "GET /v9/data"
    )]
    public async Task A_server_on_the_same_host_is_a_path_there(string root, string path, string expected)
    {
        var sample = new HttpSample(WithServers(root, path, "{ url: '/other' }"))
        {
            Options = """options.Endpoint = new Uri(endpoint, "/v1");""",
        };

        var request = await sample.RequestAsync("await client.ReadAsync();");

        Assert.Equal(expected, $"{request.Method} {request.Target}");
    }

    private static readonly string Planes = WithServers(
        "{ url: 'https://api.test' }",
        "{ url: 'https://data.test/d' }",
        "{ url: 'https://write.test' }"
    );

    [Fact]
    public async Task A_call_from_a_test_system_does_not_reach_the_documented_host()
    {
        var (message, requests) = await new HttpSample(Planes).RunAsync(
            "try { await client.ReadAsync(); return \"sent\"; } catch (KoreXoException fault) { return fault.Message; }"
        );

        Assert.Empty(requests);
        Assert.Equal(
            "GET /data was not sent: the document declares its own server for it, https://data.test/d, and does not name the endpoint. Set KoreXoClientOptions.Servers[\"https://data.test/d\"] to the address that belongs to the endpoint.",
            message
        );
    }

    [Fact]
    public async Task The_options_say_where_another_server_is()
    {
        var sample = new HttpSample(Planes) { Options = """options.Servers["https://write.test"] = new Uri(endpoint, "/w/");""" };

        var request = await sample.RequestAsync("await client.WriteAsync();");

        Assert.Equal("PUT /w/data", $"{request.Method} {request.Target}");
    }

    [Fact]
    public async Task With_a_documented_endpoint_the_document_decides()
    {
        using var handler = new Testing.Http.RecordingHandler();
        var hosts = await Sample.RunAsync(
            Sample.Client(Planes),
            """
            var hosts = new List<string>();
            await client.ControlAsync();
            await client.ReadAsync();
            await client.WriteAsync();
            return "";
            """,
            handler
        );

        Assert.Equal(["GET /control", "GET /d/data", "PUT /data"], handler.Requests.Select(static request => request.Line));
        Assert.Equal("", hosts);
    }

    [Fact]
    public async Task A_client_is_registered_with_a_section_that_names_servers_and_a_password()
    {
        const string text = """
            openapi: 3.0.3
            info: { title: Shop, version: "1" }
            servers: [{ url: "https://shop.example" }]
            security: [{ user: [] }]
            paths:
              /health: { get: { operationId: health, responses: { "204": { description: Alive. } } } }
              /file: { get: { operationId: getFile, servers: [{ url: "https://files.shop.example:8443/v1" }], responses: { "204": { description: Done. } } } }
            components: { securitySchemes: { user: { type: http, scheme: basic } } }
            """;
        var (_, requests) = await new HttpSample(text).RunAsync(
            """
            var configuration = Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions.AddInMemoryCollection(
                new Microsoft.Extensions.Configuration.ConfigurationBuilder(),
                new Dictionary<string, string?>
                {
                    ["Shop:Endpoint"] = endpoint.ToString(),
                    ["Shop:Servers:https://files.shop.example:8443/v1"] = new Uri(endpoint, "/files").ToString(),
                    ["Shop:Credential:UserName"] = "u",
                    ["Shop:Credential:Password"] = "p",
                }).Build();
            var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
            Microsoft.Extensions.DependencyInjection.SampleSampleClientServiceCollectionExtensions.AddSampleClient(services, configuration.GetSection("Shop"));
            await using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
            var registered = (SampleClient)provider.GetService(typeof(SampleClient))!;
            await registered.HealthAsync();
            await registered.GetFileAsync();
            return "";
            """
        );

        Assert.Equal(["/health", "/files/file"], requests.Select(static request => request.Target));
        Assert.All(requests, static request => Assert.Equal("Basic dTpw", request.Headers["Authorization"]));
    }

    private const string Hooks = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        webhooks:
          order.paid: { post: { summary: An order was paid., requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, responses: { "200": { description: Taken. } } } }
          ping: { get: { responses: { "200": { description: Here. } } } }
        paths:
          /exports:
            post:
              operationId: startExport
              callbacks: { done: { "{$request.query.url}": { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { file: { type: string } } } } } }, responses: { "204": { description: Taken. } } } } } }
              responses: { "202": { description: Started., links: { state: { operationId: startExport } } } }
        components: { schemas: { Order: { type: object, required: [id], properties: { id: { type: string }, total: { type: number } } } } }
        """;

    [Fact]
    public async Task The_body_of_a_webhook_is_read_once_it_is_known_to_be_genuine()
    {
        var (result, _) = await new HttpSample(Hooks).RunAsync(
            """
            var body = new MemoryStream("{\"id\":\"o-1\",\"total\":2.5}"u8.ToArray());
            Order order = await SampleWebhooks.OrderPaid.ReadAsync(body, bytes => bytes.Length == 24);
            var attribute = (ApiWebhookAttribute)typeof(SampleWebhooks).GetProperty("OrderPaid")!.GetCustomAttributes(false).First(one => one is ApiWebhookAttribute);
            return $"{attribute.Name} {attribute.Method} {order.Id} {order.Total}";
            """
        );

        Assert.Equal("order.paid POST o-1 2.5", result);
    }

    [Theory]
    [InlineData(
        "{\"id\":\"o-1\"}",
        "false",
        "",
        "UnauthorizedAccessException: The request 'order.paid' is not authentic: its verification failed."
    )]
    [InlineData("{\"id\":\"o-1\"}", "true", ", 5", "JsonException: The request 'order.paid' has more than 5 bytes.")]
    [InlineData("[]", "true", "", "JsonException: The request 'order.paid' cannot be read: *")]
    [InlineData("{\"id\":\"o-1\"} x", "true", "", "JsonException: The request 'order.paid' cannot be read: *")]
    public async Task A_webhook_that_is_not_as_described_is_refused(string body, string verdict, string limit, string expected)
    {
        var (result, _) = await new HttpSample(Hooks).RunAsync(
            $$"""
            try { await SampleWebhooks.OrderPaid.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes({{Sample.Quote(
                body
            )}})), _ => {{verdict}}{{limit}}); return "read"; }
            catch (Exception fault) { return fault.GetType().Name + ": " + fault.Message; }
            """
        );

        Assert.True(expected.EndsWith('*') ? result.StartsWith(expected[..^1], StringComparison.Ordinal) : result == expected, result);
    }

    [Fact]
    public async Task What_a_webhook_answers_is_written_by_its_type()
    {
        const string text = """
            openapi: 3.1.0
            info: { title: Shop, version: "1" }
            webhooks:
              quote:
                post:
                  requestBody: { content: { application/json: { schema: { type: object, properties: { sku: { type: string } } } } } }
                  responses:
                    "201": { description: Quoted., content: { application/vnd.shop+json: { schema: { $ref: "#/components/schemas/Quote" } } } }
                    "400": { description: Unknown., content: { application/json: { schema: { type: string } } } }
              names:
                post:
                  requestBody: { content: { application/json: { schema: { type: array, items: { type: string } } } } }
                  responses: { default: { description: Taken., content: { application/json: { schema: { type: array, items: { type: integer } } } } } }
            paths: { /health: { get: { operationId: health, responses: { "204": { description: Alive. } } } } }
            components: { schemas: { Quote: { type: object, required: [price], properties: { id: { type: string, readOnly: true }, price: { type: number } } } } }
            """;
        var (result, _) = await new HttpSample(text).RunAsync(
            """
            var hook = SampleWebhooks.Quote;
            var asked = hook.Read("{\"sku\":\"a\"}"u8);
            using var body = new MemoryStream();
            await hook.WriteAsync(body, new Quote { Id = asked.Sku, Price = 2.5 });
            var names = SampleWebhooks.Names;
            return $"{hook.StatusCode} {hook.ContentType} {Encoding.UTF8.GetString(body.ToArray())} {names.StatusCode} {names.ContentType} {Encoding.UTF8.GetString(names.Write([1, 2]).Span)}";
            """
        );

        Assert.Equal("""201 application/vnd.shop+json {"id":"a","price":2.5} 200 application/json [1,2]""", result);
    }

    [Theory]
    [InlineData(
        "requestBody: { content: { multipart/mixed: { schema: { type: object } } } }, responses: { '204': { description: Done. } }",
        "requestBody/content/multipart~1mixed",
        "multipart/mixed"
    )]
    [InlineData(
        "responses: { '200': { description: Done., content: { multipart/related; boundary=x: { schema: { type: string } } } } }",
        "responses/200/content/multipart~1related; boundary=x",
        "multipart/related; boundary=x"
    )]
    public void Parts_that_are_no_form_are_taken_as_bytes_and_said_to_be(string operation, string pointer, string type)
    {
        var run = Sample.Run(
            Sample.Client(
                $"openapi: 3.0.3\ninfo: {{ title: T, version: '1' }}\npaths:\n  /a: {{ post: {{ operationId: send, {operation} }} }}\n"
            )
        );

        Assert.Contains(
            run.Diagnostics,
            finding =>
                finding.EndsWith(
                    $"info KXO2009: The media type '{type}' is not supported; the content is treated as bytes; write or read its parts yourself (at /paths/~1a/post/{pointer})",
                    StringComparison.Ordinal
                )
        );
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Theory]
    [InlineData(
        "Tree: { $dynamicAnchor: node, type: object, properties: { children: { type: array, items: { $dynamicRef: '#node' } } } }",
        false
    )]
    [InlineData(
        "Tree: { $dynamicAnchor: node, type: object, properties: { children: { type: array, items: { $dynamicRef: '#node' } } } }, Named: { $dynamicAnchor: node, allOf: [{ $ref: '#/components/schemas/Tree' }, { properties: { name: { type: string } } }] }",
        true
    )]
    public void A_dynamic_reference_that_is_extended_is_said_to_mean_one_schema(string schemas, bool isReported)
    {
        var run = Sample.Run(
            Sample.Client(
                $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths:\n  /a: {{ get: {{ operationId: read, responses: {{ '200': {{ description: A tree., content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Tree' }} }} }} }} }} }} }}\ncomponents: {{ schemas: {{ {schemas} }} }}\n"
            )
        );

        Assert.Equal(
            isReported
                ?
                [
                    "info KXO2009: The '$dynamicRef' to '#node', which 2 schemas define, is not supported; it means one of them everywhere; write a schema of its own for each use (at /components/schemas/Tree/properties/children/items)",
                ]
                : [],
            run.Diagnostics.Where(static finding => finding.Contains("KXO2009", StringComparison.Ordinal))
                .Select(static finding => finding[(finding.IndexOf(": ", StringComparison.Ordinal) + 2)..])
        );
        EmittedCode.AssertCompiles(run.Compilation);
    }

    [Fact]
    public async Task A_callback_has_a_reader_too()
    {
        var (result, _) = await new HttpSample(Hooks).RunAsync(
            """return SampleWebhooks.StartExportDone.Read("{\"file\":\"a.zip\"}"u8).File!;"""
        );

        Assert.Equal("a.zip", result);
    }

    [Fact]
    public Task What_is_left_out_is_one_warning_and_its_parts() =>
        GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(Hooks),
            "sample.yaml(5,16): info KXO2009: The webhook 'ping', which has no JSON body, is not supported; it has no reader; read its request yourself (at /webhooks/ping/get)",
            "sample.yaml(11,59): info KXO2009: A link is not supported; it is ignored (at /paths/~1exports/post/responses/202/links)",
            "sample.yaml(5,16): warning KXO2017: 'sample.yaml' is not wholly supported: The webhook 'ping', which has no JSON body: it has no reader; read its request yourself (at /webhooks/ping/get); A link: it is ignored (at /paths/~1exports/post/responses/202/links)"
        );
}
