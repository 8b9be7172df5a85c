using System.Text;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a caller of any service sees of its responses, byte for byte as the service sends them.</summary>
public sealed class CallRunTests
{
    private const string Anything = "responses: { '200': { description: Done., content: { application/json: { schema: {} } } } }";
    private const string Text = "responses: { '200': { description: Done., content: { text/plain: { schema: { type: string } } } } }";
    private const string Nothing = "responses: { '204': { description: Done. } }";
    private const string Bytes =
        "responses: { '200': { description: Done., content: { application/octet-stream: { schema: { type: string, format: binary } } } } }";

    [Theory]
    [InlineData("application/json", "{\"a\":1}", "{\"a\":1}\n")]
    [InlineData("application/json; charset=utf-8", "\uFEFF{\"a\":\"é\"}", "{\"a\":\"é\"}\n")]
    [InlineData("application/problem+json", "[1,2]", "1\n2\n")]
    [InlineData("text/json", "true", "true\n")]
    [InlineData("APPLICATION/JSON", "12345678901234567890.10", "12345678901234567890.10\n")]
    [InlineData(null, "{\"a\":null}", "{\"a\":null}\n")]
    public async Task JSON_is_written_as_it_was_sent(string? mediaType, string body, string output)
    {
        using var document = new CalledDocument(Anything);
        await using var service = new ScriptedService(ScriptedService.Response("200 OK", mediaType, body));

        var ended = await document.CallAsync(service, "-o", "jsonl");

        Assert.Equal((0, output, ""), (ended.ExitCode, ended.Output, ended.Error));
    }

    [Fact]
    public async Task Characters_that_would_steer_a_terminal_are_escaped_in_JSON()
    {
        using var document = new CalledDocument(Anything);
        await using var service = new ScriptedService(ScriptedService.Json("""{"a\u001b[2J":"\u0007\u009b"}"""));

        var ended = await document.CallAsync(service);

        Assert.Equal("{\n  \"a\\u001B[2J\": \"\\u0007\\u009B\"\n}\n", ended.Output);
    }

    [Theory]
    [InlineData("text/plain", "caf\u00C3\u00A9", "\"café\"\n")]
    [InlineData("text/plain; charset=utf-8", "caf\u00C3\u00A9", "\"café\"\n")]
    [InlineData("text/plain; charset=iso-8859-1", "caf\u00E9", "\"café\"\n")]
    [InlineData("text/plain; charset=\"latin1\"", "caf\u00E9", "\"café\"\n")]
    public async Task Text_is_read_in_the_charset_that_the_service_names(string mediaType, string bytes, string output)
    {
        using var document = new CalledDocument(Text);
        await using var service = new ScriptedService(ScriptedService.Response("200 OK", mediaType, Encoding.Latin1.GetBytes(bytes)));

        var ended = await document.CallAsync(service);

        Assert.Equal((0, output, ""), (ended.ExitCode, ended.Output, ended.Error));
    }

    [Theory]
    [InlineData(Nothing, "204 No Content", null, "")]
    [InlineData(Nothing, "200 OK", "application/json", "{\"ignored\":true}")]
    public async Task A_call_without_a_result_writes_nothing(string responses, string status, string? mediaType, string body)
    {
        using var document = new CalledDocument(responses);
        await using var service = new ScriptedService(ScriptedService.Response(status, mediaType, body));

        Assert.Equal(new Korexo.Ended(0, "", ""), await document.CallAsync(service));
    }

    [Theory]
    [InlineData("400 Bad Request", 1, "  status: 400 BadRequest\n", "Check the arguments against")]
    [InlineData("401 Unauthorized", 1, "  status: 401 Unauthorized\n", "Check client id and secret.")]
    [InlineData("403 Forbidden", 1, "  status: 403 Forbidden\n", "")]
    [InlineData("404 Not Found", 1, "  status: 404 NotFound\n", "what to do: Check the ids.\n")]
    [InlineData("409 Conflict", 1, "  status: 409 Conflict\n", "")]
    [InlineData("418 I'm a teapot", 1, "  status: 418 418\n", "")]
    [InlineData("422 Unprocessable Entity", 1, "  status: 422 UnprocessableEntity\n", "")]
    public async Task A_rejection_has_its_status_and_an_exit_code(string status, int exitCode, string line, string advice)
    {
        using var document = new CalledDocument(Anything);
        await using var service = new ScriptedService(ScriptedService.Response(status, "application/json", "{}"));

        var ended = await document.CallAsync(service);

        Assert.Equal((exitCode, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(line, ended.Error, StringComparison.Ordinal);
        Assert.Contains(advice, ended.Error, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("application/json", """{"message":"\u001b]0;owned\u0007\nfake: line"}""")]
    [InlineData("text/plain", "\u001b[2J\r\nfake: line")]
    public async Task The_text_of_a_rejection_stays_on_its_line(string mediaType, string body)
    {
        using var document = new CalledDocument(Anything);
        await using var service = new ScriptedService(ScriptedService.Response("400 Bad Request", mediaType, body));

        var ended = await document.CallAsync(service);

        Assert.DoesNotContain(ended.Error, static letter => char.IsControl(letter) && letter != '\n');
        Assert.DoesNotContain("\nfake: line", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<html><title>Sign in</title></html>")]
    [InlineData("application/json", "{\"a\":")]
    [InlineData("application/json", "")]
    public async Task A_response_that_is_not_what_the_document_says_is_no_result(string mediaType, string body)
    {
        using var document = new CalledDocument(
            "responses: { '200': { description: Done., content: { application/json: { schema: { type: object } } } } }"
        );
        await using var service = new ScriptedService(ScriptedService.Response("200 OK", mediaType, body));

        var ended = await document.CallAsync(service);

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.StartsWith("korexo: ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("please report it", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_somebody_else_is_not_followed()
    {
        using var document = new CalledDocument(Anything, verb: "get");
        await using var other = new ScriptedService(ScriptedService.Json("{\"stolen\":true}"));
        await using var service = new ScriptedService(
            ScriptedService.Response("302 Found", null, "", $"Location: {other.Endpoint}/things")
        );

        var ended = await document.CallAsync(service);

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Equal("", ended.Output);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_result_that_is_an_address_is_written_and_not_requested()
    {
        using var document = new CalledDocument("responses: { '302': { description: Elsewhere. } }", verb: "get");
        await using var service = new ScriptedService(
            ScriptedService.Response("302 Found", null, "", "Location: https://files.example/a%20b?x=1")
        );

        var ended = await document.CallAsync(service);

        Assert.Equal((0, "\"https://files.example/a%20b?x=1\"\n", ""), (ended.ExitCode, ended.Output, ended.Error));
    }

    [Theory]
    [InlineData("application/jsonl", "{\"a\":1}\n\n{\"a\":2}\n", "{\"a\":1}\n{\"a\":2}\n")]
    [InlineData("text/event-stream", "data: {\"a\":1}\n\n: still here\n\ndata: {\"a\":2}\n\n", "{\"a\":1}\n{\"a\":2}\n")]
    public async Task Items_of_a_stream_are_written_one_by_one(string mediaType, string body, string output)
    {
        using var document = new CalledDocument(Stream(mediaType), verb: "get");
        await using var service = new ScriptedService(ScriptedService.Response("200 OK", mediaType, body));

        var ended = await document.CallAsync(service, "-o", "jsonl");

        Assert.Equal((0, output, ""), (ended.ExitCode, ended.Output, ended.Error));
    }

    [Fact]
    public async Task A_stream_that_is_rejected_leaves_no_half_of_an_array()
    {
        using var document = new CalledDocument(Stream("application/jsonl"), verb: "get");
        await using var service = new ScriptedService(ScriptedService.Response("403 Forbidden", "application/json", "{}"));

        var ended = await document.CallAsync(service);

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task A_stream_without_items_is_an_empty_array()
    {
        using var document = new CalledDocument(Stream("application/jsonl"), verb: "get");
        await using var service = new ScriptedService(ScriptedService.Response("200 OK", "application/jsonl", ""));

        Assert.Equal(new Korexo.Ended(0, "[]\n", ""), await document.CallAsync(service));
    }

    [Fact]
    public async Task A_file_is_saved_byte_for_byte()
    {
        using var document = new CalledDocument(Bytes, verb: "get");
        byte[] content = [0, 255, 13, 10, 26];
        await using var service = new ScriptedService(ScriptedService.Response("200 OK", "application/octet-stream", content));

        var ended = await document.CallAsync(service, "--out", document.File("a.bin"));

        Assert.Equal((0, "", $"{document.File("a.bin")}: 5 bytes"), (ended.ExitCode, ended.Output, ended.Error.TrimEnd()));
        Assert.Equal(content, await File.ReadAllBytesAsync(document.File("a.bin")));
    }

    [Fact]
    public async Task A_file_that_the_service_does_not_send_leaves_the_old_one()
    {
        using var document = new CalledDocument(Bytes, verb: "get");
        document.Write("a.bin", "old");
        await using var service = new ScriptedService(ScriptedService.Response("404 Not Found", "application/json", "{}"));

        var ended = await document.CallAsync(service, "--out", document.File("a.bin"));

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.Equal("old", await File.ReadAllTextAsync(document.File("a.bin")));
    }

    [Fact]
    public async Task A_file_that_ends_early_leaves_the_old_one()
    {
        using var document = new CalledDocument(Bytes, verb: "get");
        document.Write("a.bin", "old");
        await using var service = new ScriptedService(
            "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf"u8.ToArray()
        );

        var ended = await document.CallAsync(service, "--out", document.File("a.bin"));

        Assert.NotEqual(0, ended.ExitCode);
        Assert.DoesNotContain("please report it", ended.Error, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(document.File("a.bin")));
    }

    [Fact]
    public async Task A_file_without_a_place_for_it_is_not_requested()
    {
        using var document = new CalledDocument(Bytes, verb: "get");
        await using var service = new ScriptedService(ScriptedService.Json("{}"));

        var ended = await document.CallAsync(service);

        Assert.Equal((2, "korexo: This operation returns a file; use --out PATH."), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task One_link_of_a_result_is_followed_without_the_credential()
    {
        using var document = new CalledDocument(
            $"security: [{{ key: [] }}]\n{Anything}",
            "securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }",
            verb: "get"
        );
        await using var files = new ScriptedService(ScriptedService.Response("200 OK", "application/zip", "PK"));
        await using var service = new ScriptedService(ScriptedService.Json($$"""{"url":"{{files.Endpoint}}/a.zip","note":"none"}"""));
        var key = document.WriteSecret("key.json", """{ "Credential": { "ApiKey": "k-secret" } }""");

        var ended = await document.CallAsync(service, "--credentials", key, "--out", document.File("a.zip"), "-o", "jsonl");

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal("PK", await File.ReadAllTextAsync(document.File("a.zip")));
        Assert.Equal("k-secret", service.Header("X-Key"));
        Assert.DoesNotContain("k-secret", Assert.Single(files.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":"none","b":1}""", "", "--out: the result has no link to a file.")]
    [InlineData("""{"a":"http://not.loopback.example/a"}""", "", "--out: the result has no link to a file.")]
    [InlineData(
        """{"a":"https://f.example/1","b":["https://f.example/2"]}""",
        "",
        "--out: choose a link of the result with --link: /a, /b/0."
    )]
    [InlineData("""{"a/b":"https://f.example/1"}""", "/a", "--out: choose a link of the result with --link: /a~1b.")]
    public async Task A_link_that_is_not_clear_is_not_followed(string result, string link, string problem)
    {
        using var document = new CalledDocument(Anything);
        await using var service = new ScriptedService(ScriptedService.Json(result));

        var ended = await document.CallAsync(
            service,
            [.. new[] { "-o", "jsonl", "--out", document.File("a.zip") }, .. link.Length > 0 ? (string[])["--link", link] : []]
        );

        Assert.Equal((2, $"{result}\n", $"korexo: {problem}"), (ended.ExitCode, ended.Output, ended.Error.TrimEnd()));
        Assert.False(File.Exists(document.File("a.zip")));
    }

    [Fact]
    public async Task A_link_without_a_file_to_save_it_to_is_refused_before_the_call()
    {
        using var document = new CalledDocument(Anything);
        await using var service = new ScriptedService(ScriptedService.Json("{}"));

        var ended = await document.CallAsync(service, "--link", "/a");

        Assert.Equal((2, "korexo: --link is for --out; add --out PATH."), (ended.ExitCode, ended.Error.TrimEnd()));
        Assert.Empty(service.Requests);
    }

    private static string Stream(string mediaType) =>
        $"responses: {{ '200': {{ description: Items., content: {{ {mediaType}: {{ itemSchema: {{ type: object }} }} }} }} }}";
}
