using KoreXo.Simulator.Tests.AnyDocument;

namespace KoreXo.Simulator.Tests.Hosting;

/// <summary>Secrets of callers are in no log, whatever is wrong with the rest of their request.</summary>
public sealed class SecretNamesTests() : DocumentTest(Document)
{
    private const string Secret = "s3cret";

    private const string Document = """
        openapi: 3.0.3
        info: { title: Safe, version: "1" }
        paths:
          /header: { get: { operationId: header, security: [{ header: [] }], responses: { "204": { description: d } } } }
          /query: { get: { operationId: query, security: [{ query: [] }], responses: { "204": { description: d } } } }
          /open: { get: { operationId: open, responses: { "204": { description: d } } } }
        components:
          securitySchemes:
            header: { type: apiKey, in: header, name: X-Api-Key }
            query: { type: apiKey, in: query, name: api_key }
        """;

    [Theory]
    [InlineData("GET", "/header")]
    [InlineData("GET", "/query")]
    [InlineData("GET", "/open")]
    [InlineData("GET", "/nowhere")]
    [InlineData("PUT", "/header")]
    [InlineData("GET", "//header")]
    [InlineData("GET", "/%ff")]
    [InlineData("GET", "/downloads/none")]
    public async Task A_key_is_hidden_whatever_the_request_is_for(string method, string path)
    {
        foreach (var header in new[] { "X-Api-Key", "x-api-key", "Authorization", "Cookie", "auth" })
        {
            var address = $"{Service.Endpoint.GetLeftPart(UriPartial.Authority)}{path}?api_key={Secret}&a=b&API_KEY={Secret}";
            using var request = new HttpRequestMessage(
                new HttpMethod(method),
                new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })
            );
            request.Headers.TryAddWithoutValidation(header, Secret);
            await SendAsync(request);
            var record = Service.Requests[^1];

            Assert.Equal($"{path}?api_key=***&a=b&API_KEY=***", record.Target);
            Assert.Equal(["***"], record.Headers[header]);
            Assert.DoesNotContain(Secret, record.Reason ?? "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/open?other=1", "/open?other=1")]
    [InlineData("/open?api_keys=1", "/open?api_keys=1")]
    [InlineData("/open?api_key", "/open?api_key")]
    [InlineData("/open?api_key=", "/open?api_key=***")]
    [InlineData("/open?api%5fkey=x", "/open?api%5fkey=***")]
    [InlineData("/open?a=api_key=x", "/open?a=api_key=x")]
    [InlineData("/open?a=b?api_key=x", "/open?a=b?api_key=x")]
    [InlineData("/open?", "/open?")]
    public async Task Other_parameters_are_logged_as_they_were_sent(string target, string logged)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(
                Service.Endpoint.GetLeftPart(UriPartial.Authority) + target,
                new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
            )
        );

        await SendAsync(request);

        Assert.Equal(logged, Service.Requests[^1].Target);
    }

    [Fact]
    public async Task Headers_that_only_look_like_a_secret_are_logged()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/open");
        request.Headers.Add("X-Api-Keys", "visible");

        await SendAsync(request);

        Assert.Equal(["visible"], Service.Requests[^1].Headers["X-Api-Keys"]);
    }
}
