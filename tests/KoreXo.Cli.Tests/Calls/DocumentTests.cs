using System.Net;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>The operations of any OpenAPI document are commands.</summary>
public sealed class DocumentTests
{
    private const string Pets = """
        openapi: 3.0.3
        info: { title: Pets, version: '1' }
        paths:
          /pets/{petId}:
            get:
              operationId: getPet
              summary: Gets a pet.
              parameters:
                - { name: petId, in: path, required: true, schema: { type: integer } }
                - { name: fields, in: query, schema: { type: array, items: { type: string } }, style: form, explode: false }
              responses:
                '200': { description: A pet., content: { application/json: { schema: { type: object } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: x-key }
        security: [{ key: [] }]
        """;

    [Fact]
    public async Task The_operations_of_a_document_are_commands()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var document = platform.Write("pets.yaml", Pets);

        var ended = await Korexo.RunAsync("call", "--document", document, "--help");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains("get-pet  Gets a pet.", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_of_a_document_is_called_with_its_own_kind_of_credential()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var document = platform.Write("pets.yaml", Pets);
        var credentials = platform.Write("key.json", """{ "Credential": { "ApiKey": "k-1" } }""");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(credentials, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using var listener = new HttpListener();
        var endpoint = $"http://localhost:{FreePort()}/";
        listener.Prefixes.Add(endpoint);
        listener.Start();
        var answering = AnswerAsync(listener);

        var ended = await Korexo.RunAsync([
            .. new[] { "call", "--document", document, "get-pet", "--pet", "5", "--fields", "name", "--fields", "age" },
            .. new[] { "--endpoint", endpoint, "--credentials", credentials, "-o", "jsonl" },
        ]);

        Assert.Equal((0, "{\"name\":\"Rex\"}\n", ""), (ended.ExitCode, ended.Output, ended.Error));
        Assert.Equal(("/pets/5?fields=name,age", "k-1"), await answering);
    }

    [Theory]
    [InlineData("{ type: apiKey, in: header, name: x-key }")]
    [InlineData("{ type: http, scheme: bearer }")]
    [InlineData("{ type: http, scheme: basic }")]
    [InlineData("{ type: oauth2, flows: { clientCredentials: { tokenUrl: https://pets.example/token, scopes: {} } } }")]
    public async Task An_operation_of_a_document_is_simulated_without_an_account(string scheme)
    {
        await using var platform = await CalledPlatform.StartAsync();
        var document = platform.Write(
            "pets.yaml",
            Pets.Replace("{ type: apiKey, in: header, name: x-key }", scheme, StringComparison.Ordinal)
                .Replace("schema: { type: object }", "schema: { type: object }, example: { name: Rex }", StringComparison.Ordinal)
        );

        var ended = await Korexo.RunAsync("call", "--document", document, "get-pet", "--pet", "5", "--simulate", "-o", "jsonl");

        Assert.Equal(
            (0, "{\"name\":\"Rex\"}\n", $"Simulated from {document}. Nothing is sent to the service.\n"),
            (ended.ExitCode, ended.Output, ended.Error)
        );
    }

    [Fact]
    public async Task An_unknown_operation_of_a_document_suggests_the_one_that_was_meant()
    {
        await using var platform = await CalledPlatform.StartAsync();
        var document = platform.Write("pets.yaml", Pets);

        var ended = await Korexo.RunAsync("call", "--document", document, "get-pets");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("did you mean 'get-pet'?", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-file.yaml", "cannot be read")]
    public async Task A_document_that_cannot_be_read_is_reported(string document, string problem)
    {
        var ended = await Korexo.RunAsync("call", "--document", document, "get-pet");

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains(problem, ended.Error, StringComparison.Ordinal);
    }

    private static async Task<(string? Target, string? Key)> AnswerAsync(HttpListener listener)
    {
        var context = await listener.GetContextAsync();
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync("""{ "name": "Rex" }"""u8.ToArray());
        context.Response.Close();
        return (context.Request.RawUrl, context.Request.Headers["x-key"]);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
