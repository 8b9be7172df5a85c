using System.Text;
using KoreXo.Runtime.Tests;
using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>A foreign document with OAuth 2.0 client credentials, from its text to the requests on the wire.</summary>
public sealed class OAuthTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        security: [{ shop: [orders.read] }]
        paths:
          /orders:
            get:
              operationId: countOrders
              responses: { "200": { description: ok, content: { application/json: { schema: { type: integer } } } } }
            delete:
              operationId: deleteOrders
              security: [{ shop: [orders.read, orders.write] }]
              responses: { "204": { description: gone } }
        components:
          securitySchemes:
            shop:
              type: oauth2
              flows:
                clientCredentials:
                  tokenUrl: https://id.example/token
                  scopes: { orders.read: read, orders.write: write }
        """;

    [Fact]
    public async Task Each_set_of_scopes_gets_a_token_that_is_sent_as_bearer_and_reused()
    {
        await using var tokens = await LoopbackServer.StartAsync(
            (context, request) =>
                LoopbackServer.WriteAsync(
                    context,
                    $$"""{"access_token":"{{(Encoding.UTF8.GetString(request.Body).Contains("write", StringComparison.Ordinal) ? "rw" : "r")}}","token_type":"Bearer","expires_in":300}"""
                )
        );
        await using var shop = await LoopbackServer.AnsweringAsync("7");

        var count = await RunAsync(
            tokens,
            shop,
            "var first = await shop.CountOrdersAsync(); await shop.DeleteOrdersAsync(); await shop.CountOrdersAsync(); return first.ToString();"
        );

        Assert.Equal("7", count);
        Assert.Equal(["Bearer r", "Bearer rw", "Bearer r"], shop.Requests.Select(static request => request.Headers["Authorization"]));
        Assert.Equal(
            ["grant_type=client_credentials&scope=orders.read", "grant_type=client_credentials&scope=orders.read+orders.write"],
            tokens.Requests.Select(static request => Encoding.UTF8.GetString(request.Body))
        );
    }

    [Fact]
    public async Task A_service_that_says_insufficient_scope_names_what_the_document_requires()
    {
        await using var tokens = await LoopbackServer.AnsweringAsync("""{"access_token":"r"}""");
        await using var shop = await LoopbackServer.AnsweringAsync(
            "",
            403,
            headers: ("WWW-Authenticate", "Bearer error=\"insufficient_scope\"")
        );

        var missing = await RunAsync(
            tokens,
            shop,
            "try { await shop.CountOrdersAsync(); return \"\"; } catch (KoreXoScopeException fault) { return string.Join(\",\", fault.MissingScopes); }"
        );

        Assert.Equal("orders.read", missing);
    }

    private static async Task<string> RunAsync(LoopbackServer tokens, LoopbackServer shop, string statements)
    {
        using var unused = new RecordingHandler([]);
        return await Sample.RunAsync(
            Sample.Client(Document),
            $$"""
            using var credential = new ClientCredentialsCredential(new Uri("{{tokens.Endpoint}}"), "c", "s");
            using var shop = new SampleClient(new KoreXoClientOptions { Endpoint = new Uri("{{shop.Endpoint}}"), Credential = credential });
            {{statements}}
            """,
            unused
        );
    }
}
