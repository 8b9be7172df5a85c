using System.Net.Http.Headers;
using System.Text;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Callers of any service authenticate as its document says, with apps of the simulator.</summary>
public sealed class SecurityTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Vault, version: "1" }
        security: [{ oauth: [vault.read] }]
        paths:
          /read: { get: { operationId: read, responses: { "200": { $ref: "#/components/responses/Text" } } } }
          /write:
            post:
              operationId: write
              security: [{ oauth: [vault.read, vault.write] }, { key: [] }]
              responses: { "200": { $ref: "#/components/responses/Text" } }
          /query: { get: { operationId: query, security: [{ queryKey: [] }], responses: { "200": { $ref: "#/components/responses/Text" } } } }
          /cookie: { get: { operationId: cookie, security: [{ cookieKey: [] }], responses: { "200": { $ref: "#/components/responses/Text" } } } }
          /basic: { get: { operationId: basic, security: [{ password: [] }], responses: { "200": { $ref: "#/components/responses/Text" } } } }
          /both: { get: { operationId: both, security: [{ key: [], oauth: [vault.read] }], responses: { "200": { $ref: "#/components/responses/Text" } } } }
          /open: { get: { operationId: open, security: [{}, { key: [] }], responses: { "200": { $ref: "#/components/responses/Text" } } } }
        components:
          responses: { Text: { description: Text., content: { application/json: { schema: { type: string } } } } }
          securitySchemes:
            oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://vault.example/token, scopes: { vault.read: Reads., vault.write: Writes. } } } }
            key: { type: apiKey, in: header, name: X-Key }
            queryKey: { type: apiKey, in: query, name: api_key }
            cookieKey: { type: apiKey, in: cookie, name: sid }
            password: { type: http, scheme: basic }
        """;

    [Fact]
    public void The_credentials_are_the_schemes_that_operations_use() =>
        Assert.Equal(["cookieKey", "key", "oauth", "password", "queryKey"], Service.Credentials);

    [Fact]
    public async Task Without_a_credential_it_is_401_and_names_what_is_missing()
    {
        var reply = await SendAsync("GET", "/read");

        Assert.Equal(401, reply.Status);
        Assert.Contains("header 'Authorization'", reply.Body.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_without_the_scope_is_403_and_names_the_scope()
    {
        var app = Service.AddApp("oauth", "vault.read");

        var reply = await SendAsync("POST", "/write", null, Bearer(app));

        Assert.Equal(403, reply.Status);
        Assert.Contains("vault.write", Service.Requests[^1].Reason, StringComparison.Ordinal);
        app.Grant("vault.write");
        Assert.Equal(200, (await SendAsync("POST", "/write", null, Bearer(app))).Status);
    }

    [Fact]
    public async Task An_expired_token_is_401()
    {
        var client = Bearer(Service.AddAppWithAllScopes("oauth"));
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(401, (await SendAsync("GET", "/read", null, client)).Status);
    }

    [Fact]
    public async Task A_key_opens_what_its_scheme_opens()
    {
        var client = Client(http => http.DefaultRequestHeaders.Add("X-Key", Service.AddApp("key").ClientSecret));
        var wrong = Client(http => http.DefaultRequestHeaders.Add("X-Key", "guess"));

        Assert.Equal(200, (await SendAsync("POST", "/write", null, client)).Status);
        Assert.Equal(401, (await SendAsync("POST", "/write", null, wrong)).Status);
        Assert.Equal(401, (await SendAsync("GET", "/read", null, client)).Status);
        Assert.Equal(["***"], Service.Requests[0].Headers["X-Key"]);
    }

    [Fact]
    public async Task A_key_in_the_query_is_not_in_the_log()
    {
        var app = Service.AddApp("queryKey");

        Assert.Equal(401, (await SendAsync("GET", "/query")).Status);
        Assert.Equal(200, (await SendAsync("GET", $"/query?api_key={Uri.EscapeDataString(app.ClientSecret)}")).Status);
        Assert.Equal("/query?api_key=***", Service.Requests[^1].Target);
    }

    [Fact]
    public async Task A_key_in_a_cookie_and_a_password_are_known()
    {
        var cookie = Service.AddApp("cookieKey");
        var person = Service.AddApp("password");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cookie");
        request.Headers.Add("Cookie", $"a=b; sid={Uri.EscapeDataString(cookie.ClientSecret)}");
        using var basic = new HttpRequestMessage(HttpMethod.Get, "/basic");
        basic.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{person.ClientId}:{person.ClientSecret}"))
        );

        Assert.Equal(200, (await SendAsync(request)).Status);
        Assert.Equal(200, (await SendAsync(basic)).Status);
        Assert.Equal(401, (await SendAsync("GET", "/basic")).Status);
    }

    [Fact]
    public async Task Two_schemes_at_once_need_two_credentials()
    {
        var key = Service.AddApp("key");
        var client = Bearer(Service.AddApp("oauth", "vault.read"));

        Assert.Equal(401, (await SendAsync("GET", "/both", null, client)).Status);
        client.DefaultRequestHeaders.Add("X-Key", key.ClientSecret);
        Assert.Equal(200, (await SendAsync("GET", "/both", null, client)).Status);
    }

    [Fact]
    public async Task What_is_open_needs_nothing() => Assert.Equal(200, (await SendAsync("GET", "/open")).Status);

    [Fact]
    public void A_credential_or_a_scope_that_the_document_does_not_know_is_an_error()
    {
        Assert.Contains("password", Assert.Throws<ArgumentException>(() => Service.AddApp("other")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Service.AddApp("oauth", "vault.burn"));
    }

    private HttpClient Bearer(SimulatedApp app) =>
        Client(http => http.DefaultRequestHeaders.Add("Authorization", $"Bearer {app.CreateToken(TimeSpan.FromHours(1))}"));
}
