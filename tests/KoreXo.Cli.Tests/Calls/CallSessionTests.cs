namespace KoreXo.Cli.Tests.Calls;

/// <summary>Where a call goes, and as whom: by options, a file, variables or the document, and never by an argument.</summary>
public sealed class CallSessionTests
{
    private const string Secret = "s3cret-value-that-nobody-may-see";
    private const string Done = "responses: { '204': { description: Done. } }";

    private static readonly byte[] NoContent = ScriptedService.Response("204 No Content", null, "");

    [Theory]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", """{ "ApiKey": "SECRET" }""", "X-Key", "SECRET")]
    [InlineData("{ type: http, scheme: bearer }", """{ "BearerToken": "SECRET" }""", "Authorization", "Bearer SECRET")]
    [InlineData("{ type: apiKey, in: cookie, name: sid }", """{ "ApiKey": "SECRET" }""", "Cookie", "sid=SECRET")]
    public async Task A_secret_of_a_file_is_sent_where_the_document_says(string scheme, string credential, string header, string value)
    {
        using var document = Secured(scheme);
        await using var service = new ScriptedService(NoContent);
        var file = document.WriteSecret(
            "c.json",
            $$"""{ "Credential": {{credential.Replace("SECRET", Secret, StringComparison.Ordinal)}} }"""
        );

        var ended = await document.CallAsync(service, "--credentials", file);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(value.Replace("SECRET", Secret, StringComparison.Ordinal), service.Header(header));
    }

    [Fact]
    public async Task A_secret_in_the_address_is_not_in_the_message_of_a_failure()
    {
        using var document = Secured("{ type: apiKey, in: query, name: key }");
        await using var service = new ScriptedService(ScriptedService.Response("400 Bad Request", "application/json", "{}"));
        var file = document.WriteSecret("c.json", $$"""{ "Credential": { "ApiKey": "{{Secret}}" } }""");

        var ended = await document.CallAsync(service, "--credentials", file);

        Assert.Equal([$"/things?key={Secret}"], service.Targets);
        Assert.Equal(1, ended.ExitCode);
        Assert.DoesNotContain(Secret, ended.Error + ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Credential": { "ApiKey": "SECRET" } """)]
    [InlineData("""SECRET""")]
    [InlineData("""{ "Credential": "SECRET" }""")]
    [InlineData("""{ "Credential": { "Unknown": "SECRET" } }""")]
    [InlineData("""{ "Credential": { "UserName": "SECRET" } }""")]
    public async Task A_file_that_is_no_credential_does_not_show_its_secret(string content)
    {
        using var document = Secured("{ type: apiKey, in: header, name: X-Key }");
        await using var service = new ScriptedService(NoContent);
        var file = document.WriteSecret("c.json", content.Replace("SECRET", Secret, StringComparison.Ordinal));

        var ended = await document.CallAsync(service, "--credentials", file);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.DoesNotContain(Secret, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("please report it", ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task An_endpoint_of_a_file_is_named_without_the_section_that_nobody_has_written()
    {
        using var document = Secured("{ type: apiKey, in: header, name: X-Key }");
        var file = document.WriteSecret("c.json", $$"""{ "Endpoint": "nonsense", "Credential": { "ApiKey": "{{Secret}}" } }""");

        var ended = await Korexo.RunAsync("call", "--document", document.Path, "call-thing", "--credentials", file);

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith("korexo: Endpoint must be an absolute address", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_needs_a_credential_and_has_none_is_not_sent()
    {
        using var document = Secured("{ type: apiKey, in: header, name: X-Key }");
        await using var service = new ScriptedService(NoContent);
        var file = document.WriteSecret("c.json", "{}");

        var ended = await document.CallAsync(service, "--credentials", file);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith("korexo: There is no credential. Set KOREXO_CLIENT_ID", ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task An_operation_for_everybody_needs_no_credential()
    {
        using var document = new CalledDocument(
            $"security: []\n{Done}",
            "securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }"
        );
        await using var service = new ScriptedService(NoContent);
        var file = document.WriteSecret("c.json", "{}");

        Assert.Equal(new Korexo.Ended(0, "", ""), await document.CallAsync(service, "--credentials", file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("servers: [{ url: /v2 }]")]
    [InlineData("servers: [{ url: 'https://a.example' }, { url: 'https://b.example' }]")]
    public async Task An_address_that_the_document_does_not_settle_is_asked_for(string servers)
    {
        using var document = new CalledDocument($"{servers}\n{Done}".TrimStart());
        var file = document.WriteSecret("c.json", "{}");

        var ended = await Korexo.RunAsync("call", "--document", document.Path, "call-thing", "--credentials", file);

        Assert.Equal(
            (2, "korexo: The address of the service is unknown; use --endpoint https://…, or set KOREXO_ENDPOINT."),
            (ended.ExitCode, ended.Error.TrimEnd())
        );
    }

    [Fact]
    public async Task A_value_that_cannot_be_part_of_an_address_is_refused_without_a_stack_trace()
    {
        using var document = new CalledDocument(
            $"parameters: [{{ name: id, in: path, required: true, schema: {{ type: string }} }}]\n{Done}",
            path: "/things/{id}"
        );
        await using var service = new ScriptedService(NoContent);

        foreach (var value in new[] { "..", ".", "" })
        {
            var ended = await document.CallAsync(service, "--id", value);

            Assert.Equal(2, ended.ExitCode);
            Assert.DoesNotContain("please report it", ended.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("(Parameter", ended.Error, StringComparison.Ordinal);
        }

        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public async Task A_header_cannot_carry_another_one(string value)
    {
        using var document = new CalledDocument($"parameters: [{{ name: X-Note, in: header, schema: {{ type: string }} }}]\n{Done}");
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--x-note", value);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.DoesNotContain("please report it", ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Cookies_of_two_parameters_are_one_header()
    {
        using var document = new CalledDocument(
            $"parameters: [{{ name: a, in: cookie, schema: {{ type: string }} }}, {{ name: b, in: cookie, schema: {{ type: string }} }}]\n{Done}"
        );
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--a", "1;x", "--b", "ü");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal("a=1%3Bx; b=%C3%BC", service.Header("Cookie"));
    }

    private static CalledDocument Secured(string scheme) =>
        new($"security: [{{ key: [] }}]\n{Done}", $"securitySchemes: {{ key: {scheme} }}");
}
