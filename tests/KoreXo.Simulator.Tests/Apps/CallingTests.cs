using KoreXo.Simulator.Tests.AnyDocument;

namespace KoreXo.Simulator.Tests.Apps;

/// <summary>Commands for curl that call a service of any document, with its credentials where its schemes send them.</summary>
public sealed class CallingTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Doors, version: "1" }
        paths:
          /header: { get: { operationId: header, security: [{ header: [] }], responses: { "204": { description: d } } } }
          /query: { get: { operationId: query, parameters: [{ name: q, in: query, schema: { type: string } }], security: [{ query: [] }], responses: { "204": { description: d } } } }
          /cookie: { get: { operationId: cookie, security: [{ cookie: [] }], responses: { "204": { description: d } } } }
          /basic: { get: { operationId: basic, security: [{ basic: [] }], responses: { "204": { description: d } } } }
          /bearer: { get: { operationId: bearer, security: [{ bearer: [] }], responses: { "204": { description: d } } } }
          /optional: { get: { operationId: optional, security: [{}, { header: [] }], responses: { "204": { description: d } } } }
          /open: { get: { operationId: open, responses: { "204": { description: d } } } }
          /kinds?kind=a: { get: { operationId: kindA, parameters: [{ name: q, in: query, schema: { type: string } }], responses: { "204": { description: d } } } }
          /kinds?kind=b: { get: { operationId: kindB, responses: { "204": { description: d } } } }
          /items/{id}: { put: { operationId: put, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], requestBody: { content: { application/json: { schema: {} } } }, responses: { "204": { description: d } } } }
        components:
          securitySchemes:
            header: { type: apiKey, in: header, name: X-Api-Key }
            query: { type: apiKey, in: query, name: api key }
            cookie: { type: apiKey, in: cookie, name: sid }
            basic: { type: http, scheme: basic }
            bearer: { type: http, scheme: bearer }
        """;

    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    [InlineData("cookie")]
    [InlineData("basic")]
    [InlineData("bearer")]
    public async Task A_command_has_the_credential_where_its_scheme_sends_it(string id)
    {
        var command = Service.CreateCurl(id, Service.AddApp(id), new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.Equal(204, (await RunAsync(command)).Status);
    }

    [Theory]
    [InlineData("optional", "/optional")]
    [InlineData("open", "/open")]
    [InlineData("kindA", "/kinds?kind=a")]
    [InlineData("kindB", "/kinds?kind=b")]
    public async Task A_command_for_an_open_operation_is_its_address(string id, string target)
    {
        var command = Service.CreateCurl(id, Service.AddApp("header"), new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.Equal($"curl -sS '{Service.Endpoint.GetLeftPart(UriPartial.Authority)}{target}'", command);
        Assert.Equal((204, id), ((await RunAsync(command)).Status, Service.Requests[^1].OperationId));
    }

    [Fact]
    public async Task Parameters_stand_behind_the_query_of_the_path()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["q"] = "a&b=c", ["unknown"] = "x" };

        var command = Service.CreateCurl("kindA", Service.AddApp("header"), values);

        Assert.EndsWith("/kinds?kind=a&q=a%26b%3Dc'", command, StringComparison.Ordinal);
        Assert.Equal(204, (await RunAsync(command)).Status);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("it's")]
    [InlineData("ü$(x)`")]
    public async Task No_value_ends_its_place(string id)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id };

        var command = Service.CreateCurl("put", Service.AddApp("header"), values, """{"a":"it's"}""");

        Assert.Equal(204, (await RunAsync(command)).Status);
        Assert.Equal($"/items/{Uri.EscapeDataString(id)}", Service.Requests[^1].Target);
        Assert.Equal("""{"a":"it's"}""", Service.Requests[^1].BodyText);
    }

    [Fact]
    public void What_is_missing_or_unknown_is_an_error()
    {
        var (app, none) = (Service.AddApp("header"), new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.StartsWith(
            "No document has an operation 'other'.",
            Assert.Throws<ArgumentException>(() => Service.CreateCurl("other", app, none)).Message,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The parameter 'id' of the path is missing.",
            Assert.Throws<ArgumentException>(() => Service.CreateCurl("put", app, none)).Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Sends what a shell would have curl send.</summary>
    private async Task<Reply> RunAsync(string command)
    {
        var words = Words(command).ToList();
        using var request = new HttpRequestMessage(HttpMethod.Get, words[^1]);
        for (var index = 2; index < words.Count - 1; index += 2)
        {
            switch (words[index])
            {
                case "-X":
                    request.Method = new HttpMethod(words[index + 1]);
                    break;
                case "--data-raw":
                    request.Content = new StringContent(words[index + 1], System.Text.Encoding.UTF8, "application/json");
                    break;
                case "-H" when words[index + 1].Split(": ", 2) is [var name, var value]:
                    request.Headers.TryAddWithoutValidation(name, value);
                    break;
            }
        }

        return await SendAsync(request);
    }

    /// <summary>Splits a command as a POSIX shell does that meets single quotes and escaped quotes only.</summary>
    private static IEnumerable<string> Words(string command)
    {
        var (word, isQuoted) = (new System.Text.StringBuilder(), false);
        for (var index = 0; index < command.Length; index++)
        {
            switch (command[index])
            {
                case '\'':
                    isQuoted = !isQuoted;
                    break;
                case '\\' when !isQuoted:
                    word.Append(command[++index]);
                    break;
                case ' ' when !isQuoted:
                    yield return word.ToString();
                    word.Clear();
                    break;
                case var character:
                    word.Append(character);
                    break;
            }
        }

        yield return word.ToString();
    }
}
