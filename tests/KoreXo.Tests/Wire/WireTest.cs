using System.Text.Json;

namespace KoreXo.Tests.Wire;

/// <summary>Calls that reach a real socket, and what was seen there.</summary>
public abstract class WireTest
{
    private protected const string Token = "token-of-the-test";

    private protected static KoreXoClient Connect(LoopbackServer server) =>
        new(new KoreXoClientOptions { Endpoint = server.Endpoint, Credential = new ApiKeyCredential(Token) });

    /// <summary>Asserts the one request the server got: verb, target as it stood on the wire, credential, and the body if any.</summary>
    private protected static void AssertRequest(LoopbackServer server, string method, string target, string? body = null) =>
        AssertRequest(server.Only, method, target, body);

    private protected static void AssertRequest(ReceivedRequest request, string method, string target, string? body = null)
    {
        Assert.Equal($"{method} {target}", $"{request.Method} {request.Target}");
        Assert.Equal(Token, request.Headers["auth"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));
        if (body is null)
        {
            Assert.Empty(request.Body);
            return;
        }

        Assert.Equal("application/json", request.Headers["Content-Type"]);
        AssertJson(body, request.Text);
    }

    private protected static void AssertJson(string expected, string actual)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(left.RootElement, right.RootElement), $"Expected {expected}\nfound    {actual}");
    }
}
