using KoreXo.Generator.Tests.Calls;
using KoreXo.Runtime.Tests;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>The credentials that each operation carries, by the names of the document's security schemes.</summary>
public sealed class AuthenticationTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Keys, version: "1" }
        security: [{ bearer: [] }]
        paths:
          /plain: { get: { operationId: getPlain, responses: { "204": { description: Done. } } } }
          /both: { get: { operationId: getBoth, security: [{ appId: [], appKey: [] }], responses: { "204": { description: Done. } } } }
          /three: { get: { operationId: getThree, security: [{ appId: [], queryKey: [], cookieKey: [] }], responses: { "204": { description: Done. } } } }
          /either: { get: { operationId: getEither, security: [{ appKey: [] }, { basic: [] }], responses: { "204": { description: Done. } } } }
          /optional: { get: { operationId: getOptional, security: [{}, { appKey: [] }], responses: { "204": { description: Done. } } } }
          /query: { get: { operationId: getQuery, security: [{ queryKey: [] }], responses: { "204": { description: Done. } } } }
          /cookie: { get: { operationId: getCookie, security: [{ cookieKey: [] }], parameters: [{ name: theme, in: cookie, schema: { type: string } }], responses: { "204": { description: Done. } } } }
          /basic: { get: { operationId: getBasic, security: [{ basic: [] }], responses: { "204": { description: Done. } } } }
          /custom: { get: { operationId: getCustom, security: [{ custom: [] }], responses: { "204": { description: Done. } } } }
          /anonymous: { get: { operationId: getAnonymous, security: [{}], responses: { "204": { description: Done. } } } }
          /none: { get: { operationId: getNone, security: [], responses: { "204": { description: Done. } } } }
          /tls: { get: { operationId: getTls, security: [{ tls: [] }], responses: { "204": { description: Done. } } } }
          /digest: { get: { operationId: getDigest, security: [{ digest: [] }, { appKey: [] }], responses: { "204": { description: Done. } } } }
          /scoped: { get: { operationId: getScoped, security: [{ oauth: [read], appKey: [] }], responses: { "204": { description: Done. } } } }
        components:
          securitySchemes:
            bearer: { type: http, scheme: Bearer }
            basic: { type: http, scheme: basic }
            custom: { type: http, scheme: Token }
            digest: { type: http, scheme: digest }
            appId: { type: apiKey, in: header, name: X-App-Id }
            appKey: { type: apiKey, in: header, name: X-App-Key }
            queryKey: { type: apiKey, in: query, name: api_key }
            cookieKey: { type: apiKey, in: cookie, name: SESSION }
            tls: { type: mutualTLS }
            oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://id.test/t", scopes: { read: Reads. } } } }
        """;

    private const string Named = """
        foreach (var name in new[] { "bearer", "custom", "appId", "appKey", "queryKey", "cookieKey" }) { options.Credentials[name] = new ApiKeyCredential("key-of-" + name); }
        options.Credentials["basic"] = new BasicCredential("ann", "pass:word");
        options.Credentials["oauth"] = new BearerCredential((context, _) => new(new AccessToken("for-" + string.Join("+", context.Scopes) + "-as-" + context.CredentialKind)));
        """;

    [Theory]
    [InlineData("Plain", "Authorization: Bearer key-of-bearer")]
    [InlineData("Both", "X-App-Id: key-of-appId", "X-App-Key: key-of-appKey")]
    [InlineData("Three", "X-App-Id: key-of-appId", "Cookie: SESSION=key-of-cookieKey", "/three?api_key=key-of-queryKey")]
    [InlineData("Either", "X-App-Key: key-of-appKey")]
    [InlineData("Optional", "X-App-Key: key-of-appKey")]
    [InlineData("Query", "/query?api_key=key-of-queryKey")]
    [InlineData("Cookie", "Cookie: SESSION=key-of-cookieKey")]
    [InlineData("Basic", "Authorization: Basic YW5uOnBhc3M6d29yZA==")]
    [InlineData("Custom", "Authorization: Token key-of-custom")]
    [InlineData("Anonymous")]
    [InlineData("None")]
    [InlineData("Tls")]
    [InlineData("Digest", "X-App-Key: key-of-appKey")]
    [InlineData("Scoped", "Authorization: Bearer for-read-as-oauth", "X-App-Key: key-of-appKey")]
    public async Task An_operation_carries_the_credentials_that_it_names(string name, params string[] expected)
    {
        var request = await new HttpSample(Document) { Options = Named }.RequestAsync($"await client.Get{name}Async();");

        Assert.Equal(expected.Order(StringComparer.Ordinal), Credentials(request).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Plain", "Authorization: Bearer one")]
    [InlineData("Query", "/query?api_key=one")]
    [InlineData("Either", "X-App-Key: one")]
    [InlineData("Digest", "X-App-Key: one")]
    [InlineData("Optional")]
    public async Task One_general_credential_serves_what_needs_one(string name, params string[] expected)
    {
        var sample = new HttpSample(Document) { Options = """options.Credential = new ApiKeyCredential("one");""" };

        Assert.Equal(expected, Credentials(await sample.RequestAsync($"await client.Get{name}Async();")));
    }

    [Fact]
    public async Task Named_credentials_come_before_the_general_one()
    {
        var sample = new HttpSample(Document)
        {
            Options = """
                options.Credential = new ApiKeyCredential("one");
                options.Credentials["basic"] = new BasicCredential("ann", "");
                """,
        };

        Assert.Equal(["Authorization: Basic YW5uOg=="], Credentials(await sample.RequestAsync("await client.GetEitherAsync();")));
    }

    [Theory]
    [InlineData(
        "",
        "GET /both was not sent: it needs credentials 'appId' and 'appKey', but the client has no credential with such a name. Set KoreXoClientOptions.Credentials[\"appId\"] and KoreXoClientOptions.Credentials[\"appKey\"]."
    )]
    [InlineData(
        """options.Credentials["appId"] = new ApiKeyCredential("id");""",
        "GET /both was not sent: it needs credentials 'appId' and 'appKey', but the client has only 'appId'. Set KoreXoClientOptions.Credentials[\"appKey\"]."
    )]
    [InlineData(
        """options.Credential = new ApiKeyCredential("one");""",
        "GET /both was not sent: it needs credentials 'appId' and 'appKey', but the client has no credential with such a name. Set KoreXoClientOptions.Credentials[\"appId\"] and KoreXoClientOptions.Credentials[\"appKey\"]."
    )]
    public async Task A_missing_credential_is_named_before_anything_is_sent(string options, string expected)
    {
        var (message, requests) = await new HttpSample(Document) { Options = options }.RunAsync(
            "try { await client.GetBothAsync(); return \"sent\"; } catch (KoreXoAuthenticationException fault) { return fault.Message; }"
        );

        Assert.Equal(expected, message);
        Assert.Empty(requests);
    }

    [Fact]
    public async Task No_credential_is_shown_that_a_server_repeats()
    {
        var (message, _) = await new HttpSample(Document)
        {
            Options = Named,
            Answer = static (context, request) =>
                LoopbackServer.WriteAsync(
                    context,
                    $$"""{"error":"no {{request.Headers["X-App-Id"]}} and {{request.Headers["X-App-Key"]}}"}""",
                    400
                ),
        }.RunAsync("try { await client.GetBothAsync(); return \"\"; } catch (KoreXoException fault) { return fault.ToString(); }");

        Assert.DoesNotContain("key-of", message, StringComparison.Ordinal);
        Assert.Contains("***", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_token_serves_is_told()
    {
        var run = Sample.Run(Sample.Client(Document));

        Assert.Equal(
            [
                "sample.yaml(29,10): info KXO2009: The security scheme 'tls' (mutualTLS) is not supported; operations that name it are sent without its credential; give the client a handler that has it (at /components/securitySchemes/tls)",
                "sample.yaml(24,13): info KXO2009: The security scheme 'digest' (digest) is not supported; operations that name it are sent without its credential; give the client a handler that has it (at /components/securitySchemes/digest)",
            ],
            run.Diagnostics.Where(static diagnostic => diagnostic.Contains("KXO2009", StringComparison.Ordinal))
        );
        Testing.Generators.EmittedCode.AssertCompiles(run.Compilation);
    }

    [Fact]
    public async Task Keys_that_every_operation_needs_are_said_once()
    {
        var text = """
            openapi: 3.0.3
            info: { title: Keys, version: "1" }
            security: [{ id: [], key: [] }]
            paths:
              /a: { get: { operationId: getA, responses: { "204": { description: Done. } } } }
              /b: { get: { operationId: getB, security: [{ id: [] }], responses: { "204": { description: Done. } } } }
            components: { securitySchemes: { id: { type: apiKey, in: header, name: X-Id }, key: { type: apiKey, in: header, name: X-Key } } }
            """;
        var sample = new HttpSample(text)
        {
            Options = """
                options.Credentials["id"] = new ApiKeyCredential("i");
                options.Credentials["key"] = new ApiKeyCredential("k");
                """,
        };

        var (_, requests) = await sample.RunAsync(
            "await client.GetAAsync(); await client.GetBAsync(); using var raw = await client.SendAsync(HttpMethod.Get, \"/c\"); return \"\";"
        );

        Assert.Equal(["i k", "i ", "i k"], requests.Select(static request => $"{Header(request, "X-Id")} {Header(request, "X-Key")}"));
    }

    private static string Header(ReceivedRequest request, string name) => request.Headers.GetValueOrDefault(name, "");

    private static IEnumerable<string> Credentials(ReceivedRequest request) =>
        new[] { "Authorization", "X-App-Id", "X-App-Key", "Cookie" }
            .Where(request.Headers.ContainsKey)
            .Select(name => $"{name}: {request.Headers[name]}")
            .Concat(request.Target.Contains('?', StringComparison.Ordinal) ? [request.Target] : []);
}
