using System.Net;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// Secrets are sent in every possible way, to a server that echoes all of them in its errors, and appear nowhere but in the request.
/// </summary>
public sealed class SecretTests
{
    private const string Token = "canary-token-7d1f";
    private const string Path = "canary path/8e2a";
    private const string Query = "canary&query=9f3b";
    private const string Header = "canary-header-0a4c";
    private const string ClientSecret = "canary-secret-0123456789abcdef0123456789";

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(200)]
    public async Task Nothing_secret_is_shown(int status)
    {
        using var listening = new Listening("Secret.");
        using var log = new RecordingLoggers();
        var clock = new ManualClock();
        var api = new ApiDescription { Name = "Secret", Authentication = new ApiAuthentication("auth", AuthLocation.Header, "") };
        var operation = new OperationDescriptor(api, "getSecret", HttpMethod.Get, "/users/{userId}")
        {
            Idempotent = true,
            SensitiveParameters = ["userId", "email", "x-user"],
        };
        using var handler = new ScriptedHandler(
            (request, cancellationToken) =>
            {
                var echo =
                    $"{request.RequestUri!.PathAndQuery} {Path} {Query} {string.Join(' ', request.Headers.SelectMany(header => header.Value))}".Replace(
                        "\"",
                        "",
                        StringComparison.Ordinal
                    );
                return ScriptedHandler.Status(
                    status,
                    $$"""{"errors":[{"msg":"{{echo}}","code":"{{Token}}"}]}""",
                    ("X-Request-Id", $"id-{Token}")
                )(request, cancellationToken);
            }
        );
        using var connection = handler.Connect(
            clock,
            options => (options.Credential, options.LoggerFactory) = (new ApiKeyCredential(Token), log)
        );
        var address = new RequestAddress(stackalloc char[16]);
        address.Literal("/users/");
        address.Segment(Path, "userId");
        address.Query("email", Query);
        var request = new OperationRequest(operation, address.ToString()) { Headers = [new("X-User", Header)] };

        var fault = Assert.IsAssignableFrom<KoreXoException>(
            await clock.EndAsync(connection.SendAsync(request, ThingCodec.Instance, null, CancellationToken.None))
        );

        var shown = string.Join(
            '\n',
            fault,
            fault.Message,
            fault.Body,
            fault.Code,
            fault.RequestId,
            fault.Path,
            fault.Data.Count,
            string.Join(' ', fault.EarlierFailures.Select(earlier => $"{earlier} {earlier.Body} {earlier.Code} {earlier.RequestId}"))
        );
        Assert.Contains("***", shown);
        AssertClean(shown + log.Everything + listening.Everything);
        Assert.NotEmpty(log.Entries);
        Assert.Single(listening.Spans);
    }

    [Fact]
    public async Task A_body_is_neither_logged_nor_traced()
    {
        using var listening = new Listening("Bodies.");
        using var log = new RecordingLoggers();
        var api = new ApiDescription { Name = "Bodies", Authentication = TestApi.Api.Authentication };
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500, """{"message":"no"}"""));
        using var connection = handler.Connect(configure: options => (options.LoggerFactory, options.MaxRetries) = (log, 0));
        var request = new OperationRequest(new OperationDescriptor(api, "add", HttpMethod.Post, "/"), "/")
        {
            Body = JsonBody.Create(new Thing { Name = "canary-body" }, ThingCodec.Instance),
        };
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(request, null, CancellationToken.None));
        Assert.Contains("canary-body", Assert.Single(handler.Requests).Body);
        AssertClean($"{fault}{fault.Body}{log.Everything}{listening.Everything}");
    }

    [Fact]
    public async Task Credentials_and_what_goes_wrong_with_them_show_nothing()
    {
        var credential = new JwtCredential("cs-1", ClientSecret);
        var wrong = Record.Exception(() => new JwtCredential("cs-1", ClientSecret, JwtAlgorithm.HS512));
        var wrongPem = Record.Exception(() =>
            new JwtCredential("cs-1", "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----", JwtAlgorithm.RS256)
        );
        var failing = new JwtCredential("cs-1", _ => new(ClientSecret[..8]));
        var provided = await Record.ExceptionAsync(() => failing.TokenAsync(CancellationToken.None));
        AssertClean($"{credential}{wrong}{wrongPem}{provided}");
        Assert.All([wrong, wrongPem], fault => Assert.IsAssignableFrom<ArgumentException>(fault));
        Assert.IsType<KoreXoAuthenticationException>(provided);
    }

    [Fact]
    public async Task A_token_in_the_address_stays_out_of_what_the_transport_says()
    {
        var api = new ApiDescription { Name = "Query", Authentication = new ApiAuthentication("key", AuthLocation.Query, "") };
        using var connection = new ApiConnection(
            new KoreXoClientOptions
            {
                Endpoint = RawServer.Nowhere(),
                Credential = new ApiKeyCredential(Token),
                MaxRetries = 0,
            }
        );
        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(
                new OperationRequest(new OperationDescriptor(api, "get", HttpMethod.Get, "/x"), "/x"),
                null,
                CancellationToken.None
            )
        );
        AssertClean(fault.ToString());
    }

    [Theory]
    [InlineData(400, "application/json")]
    [InlineData(500, "application/json")]
    [InlineData(500, "text/html")]
    [InlineData(200, "application/json")]
    [InlineData(200, "text/html")]
    public async Task What_is_sensitive_in_a_body_is_blacked_out_where_the_server_repeats_it(int status, string type)
    {
        const string Long = "canary-long \"quoted\" <ä> ";
        var secrets = string.Concat(Enumerable.Repeat(Long, 60));
        using var log = new RecordingLoggers();
        using var handler = new ScriptedHandler(
            (request, cancellationToken) =>
            {
                var echo =
                    type == "text/html"
                        ? $"<html><title>{secrets}</title></html>"
                        : $$"""{"errors":[{"msg":"{{System.Text.Json.JsonEncodedText.Encode($"no {secrets} 4711")}}","code":"E-canary-code"}]}""";
                return ScriptedHandler.Status(status, echo)(request, cancellationToken);
            }
        );
        using var connection = handler.Connect(configure: options => (options.LoggerFactory, options.MaxRetries) = (log, 0));
        var operation = new OperationDescriptor(TestApi.Api, "add", HttpMethod.Post, "/")
        {
            Scopes = [],
            SensitiveMembers = ["name", "deep"],
        };
        var body = JsonBody.Create(
            new Thing { Name = secrets, ExtensionData = Json("""{"deep":{"list":["E-canary-code",4711]},"shown":"no"}""") },
            ThingCodec.Instance
        );

        var fault = await Assert.ThrowsAnyAsync<KoreXoException>(() =>
            connection.SendAsync(new OperationRequest(operation, "/") { Body = body }, ThingCodec.Instance, null, CancellationToken.None)
        );

        var shown = $"{fault} {fault.Body} {fault.Code} {log.Everything}";
        Assert.Contains("***", fault.Body);
        Assert.DoesNotContain("4711", shown);
        AssertClean(shown);
    }

    [Fact]
    public async Task A_short_value_is_blacked_out_where_it_stands_alone_and_leaves_the_rest_readable()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(400, """{"errors":[{"msg":"Cell 1 of 11 holds Ada, not Adam","code":4001}]}""")
        );
        using var connection = handler.Connect();
        var operation = new OperationDescriptor(TestApi.Api, "add", HttpMethod.Post, "/")
        {
            Scopes = [],
            SensitiveMembers = ["name", "size"],
        };
        var body = JsonBody.Create(new Thing { Name = "Ada", Size = 1 }, ThingCodec.Instance);

        var fault = await Assert.ThrowsAsync<KoreXoValidationException>(() =>
            connection.SendAsync(new OperationRequest(operation, "/") { Body = body }, null, CancellationToken.None)
        );

        Assert.Equal("4001", fault.Code);
        Assert.Contains("Cell *** of 11 holds ***, not Adam", fault.Message);
    }

    [Fact]
    public async Task A_sensitive_text_of_a_form_is_blacked_out()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(400, """{"message":"canary-text and canary-json are wrong"}"""));
        using var connection = handler.Connect(configure: options => options.MaxRetries = 0);
        var operation = new OperationDescriptor(TestApi.Api, "add", HttpMethod.Post, "/")
        {
            Scopes = [],
            SensitiveMembers = ["secret", "name"],
        };
        var body = new MultipartBody();
        body.AddText("secret", "canary-text");
        body.AddJson("thing", new Thing { Name = "canary-json" }, ThingCodec.Instance);

        var fault = await Assert.ThrowsAnyAsync<KoreXoException>(() =>
            connection.SendAsync(new OperationRequest(operation, "/") { Body = body }, null, CancellationToken.None)
        );

        AssertClean($"{fault} {fault.Body}");
    }

    private static Dictionary<string, System.Text.Json.JsonElement> Json(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return document
            .RootElement.EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.Clone(), StringComparer.Ordinal);
    }

    private static void AssertClean(string shown) =>
        Assert.DoesNotContain("canary", WebUtility.UrlDecode(shown), StringComparison.OrdinalIgnoreCase);
}
