using System.Text;
using KoreXo.Simulator.Tests.AnyDocument;

namespace KoreXo.Simulator.Tests.Apps;

/// <summary>Credentials of every kind, sent wrongly: each is a 401 with its reason, and none of them is in the log.</summary>
public sealed class SchemeCallersTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Doors, version: "1" }
        paths:
          /header: { get: { operationId: header, security: [{ header: [] }], responses: { "204": { description: d } } } }
          /query: { get: { operationId: query, security: [{ query: [] }], responses: { "204": { description: d } } } }
          /cookie: { get: { operationId: cookie, security: [{ cookie: [] }], responses: { "204": { description: d } } } }
          /basic: { get: { operationId: basic, security: [{ basic: [] }], responses: { "204": { description: d } } } }
          /bearer: { get: { operationId: bearer, security: [{ bearer: [] }], responses: { "204": { description: d } } } }
          /digest: { get: { operationId: digest, security: [{ digest: [] }], responses: { "204": { description: d } } } }
          /either: { get: { operationId: either, security: [{ header: [] }, { basic: [] }], responses: { "204": { description: d } } } }
          /unknown: { get: { operationId: unknown, security: [{ nothing: [] }], responses: { "204": { description: d } } } }
          /open: { get: { operationId: open, security: [], responses: { "204": { description: d } } } }
        components:
          securitySchemes:
            header: { type: apiKey, in: header, name: X-Api-Key }
            query: { type: apiKey, in: query, name: api_key }
            cookie: { type: apiKey, in: cookie, name: sid }
            basic: { type: http, scheme: Basic }
            bearer: { type: http, scheme: bearer }
            digest: { type: http, scheme: digest }
        """;

    [Theory]
    [InlineData("/header", "The header 'X-Api-Key' of the scheme 'header' is missing.")]
    [InlineData("/query", "The query parameter 'api_key' of the scheme 'query' is missing.")]
    [InlineData("/query?api_key=", "The query parameter 'api_key' of the scheme 'query' is missing.")]
    [InlineData("/query?API_KEY=x", "The query parameter 'api_key' of the scheme 'query' is missing.")]
    [InlineData("/query?api_key=x", "The query parameter 'api_key' of the scheme 'query' is not the secret of an app.")]
    [InlineData("/cookie", "The cookie 'sid' of the scheme 'cookie' is missing.")]
    [InlineData("/basic", "The header 'Authorization' of the scheme 'basic' is missing.")]
    [InlineData("/bearer", "The header 'Authorization' of the scheme 'bearer' is missing.")]
    [InlineData(
        "/either",
        "The header 'X-Api-Key' of the scheme 'header' is missing. The header 'Authorization' of the scheme 'basic' is missing."
    )]
    public async Task Without_a_credential_it_is_named_where_it_is_missing(string target, string reason)
    {
        var reply = await SendAsync("GET", target);

        Assert.Equal((401, reason), (reply.Status, reply.Json["detail"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("/header", "X-Api-Key", "guess")]
    [InlineData("/header", "X-Api-Key", "a.b.c")]
    [InlineData("/header", "X-Api-Key", "..")]
    [InlineData("/header", "X-Api-Key", "eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("/cookie", "Cookie", "sid=guess")]
    [InlineData("/cookie", "Cookie", "sid")]
    [InlineData("/cookie", "Cookie", "SID=guess")]
    [InlineData("/cookie", "Cookie", "sid=%zz")]
    [InlineData("/basic", "Authorization", "Basic")]
    [InlineData("/basic", "Authorization", "Basic !!!")]
    [InlineData("/basic", "Authorization", "Basic bm9jb2xvbg==")]
    [InlineData("/basic", "Authorization", "Basic OjpvdGhlcg==")]
    [InlineData("/basic", "Authorization", "Basic /////w==")]
    [InlineData("/basic", "Authorization", "Bearer x")]
    [InlineData("/bearer", "Authorization", "Bearer")]
    [InlineData("/bearer", "Authorization", "Bearer ")]
    [InlineData("/bearer", "Authorization", "Bearer x")]
    [InlineData("/bearer", "Authorization", "x")]
    [InlineData("/bearer", "Authorization", "Basic eDp5")]
    [InlineData("/bearer", "Authorization", "Bearer a.b.c")]
    public async Task A_wrong_credential_is_refused_and_not_in_the_log(string path, string header, string value)
    {
        Service.AddApp("basic");

        var reply = await WithAsync(path, header, value);

        Assert.Equal(401, reply.Status);
        Assert.Equal(["***"], Service.Requests[^1].Headers[header]);
        Assert.Null(Service.Requests[^1].ClientId);
    }

    [Fact]
    public async Task The_secret_of_an_app_of_another_scheme_opens_nothing()
    {
        var other = Service.AddApp("query");

        var reply = await WithAsync("/header", "X-Api-Key", other.ClientSecret);

        Assert.Equal(
            (401, $"The {other} has no credential of the scheme 'header'."),
            (reply.Status, reply.Json["detail"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task A_secret_given_twice_opens_nothing()
    {
        var app = Service.AddApp("header");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/header");
        request.Headers.Add("X-Api-Key", [app.ClientSecret, app.ClientSecret]);

        Assert.Equal(401, (await SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("basic ")]
    [InlineData("BASIC   ")]
    public async Task The_name_of_a_scheme_has_no_case(string prefix)
    {
        var app = Service.AddApp("basic");

        Assert.Equal(204, (await WithAsync("/basic", "Authorization", prefix + Basic(app.ClientId, app.ClientSecret))).Status);
    }

    [Fact]
    public async Task A_password_is_that_of_its_own_app()
    {
        var (one, other) = (Service.AddApp("basic"), Service.AddApp("basic"));

        Assert.Equal(401, (await WithAsync("/basic", "Authorization", "Basic " + Basic(one.ClientId, other.ClientSecret))).Status);
        Assert.Equal(401, (await WithAsync("/basic", "Authorization", "Basic " + Basic(one.ClientId, one.ClientSecret + " "))).Status);
    }

    [Fact]
    public async Task The_second_of_two_alternatives_is_enough()
    {
        var app = Service.AddApp("basic");

        Assert.Equal(204, (await WithAsync("/either", "Authorization", "Basic " + Basic(app.ClientId, app.ClientSecret))).Status);
        Assert.Equal(app.ClientId, Service.Requests[^1].ClientId);
    }

    [Theory]
    [InlineData("/digest")]
    [InlineData("/unknown")]
    [InlineData("/open")]
    public async Task What_cannot_be_checked_is_open(string path) => Assert.Equal(204, (await SendAsync("GET", path)).Status);

    [Theory]
    [InlineData("api_key")]
    [InlineData("API_KEY")]
    [InlineData("a=b&api_key")]
    public async Task A_key_in_the_query_is_hidden_however_its_name_is_spelled(string name)
    {
        await SendAsync("GET", $"/query?{name}=s3cret");

        Assert.Equal($"/query?{name}=***", Service.Requests[^1].Target);
    }

    private static string Basic(string id, string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"));

    private async Task<Reply> WithAsync(string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return await SendAsync(request);
    }
}
