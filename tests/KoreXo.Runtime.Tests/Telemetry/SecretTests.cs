using System.Net;

namespace KoreXo.Runtime.Tests;

/// <summary>Secrets are sent on every way there is, to a server that repeats all of it in its errors, and are found nowhere but in the request.</summary>
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
            Idempotent = true, SensitiveParameters = ["userId", "email", "x-user"],
        };
        using var handler = new ScriptedHandler((request, cancellationToken) =>
        {
            var echo = $"{request.RequestUri!.PathAndQuery} {Path} {Query} {string.Join(' ', request.Headers.SelectMany(header => header.Value))}".Replace("\"", "", StringComparison.Ordinal);
            return ScriptedHandler.Status(status, $$"""{"errors":[{"msg":"{{echo}}","code":"{{Token}}"}]}""", ("X-Request-Id", $"id-{Token}"))(request, cancellationToken);
        });
        using var connection = handler.Connect(clock, options => (options.Credential, options.LoggerFactory) = (new ApiKeyCredential(Token), log));
        var address = new RequestAddress(stackalloc char[16]);
        address.Literal("/users/");
        address.Segment(Path, "userId");
        address.Query("email", Query);
        var request = new OperationRequest(operation, address.ToString()) { Headers = [new("X-User", Header)] };

        var fault = Assert.IsAssignableFrom<KoreXoException>(await clock.EndAsync(connection.SendAsync(request, ThingCodec.Instance, null, CancellationToken.None)));

        var shown = string.Join('\n', fault, fault.Message, fault.Body, fault.Code, fault.RequestId, fault.Path, fault.Data.Count, string.Join(' ', fault.EarlierFailures.Select(earlier => $"{earlier} {earlier.Body} {earlier.Code} {earlier.RequestId}")));
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
        var request = new OperationRequest(new OperationDescriptor(api, "add", HttpMethod.Post, "/"), "/") { Body = JsonBody.Create(new Thing { Name = "canary-body" }, ThingCodec.Instance) };
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(request, null, CancellationToken.None));
        Assert.Contains("canary-body", Assert.Single(handler.Requests).Body);
        AssertClean($"{fault}{fault.Body}{log.Everything}{listening.Everything}");
    }

    [Fact]
    public async Task Credentials_and_what_goes_wrong_with_them_show_nothing()
    {
        var credential = new JwtCredential("cs-1", ClientSecret);
        var wrong = Record.Exception(() => new JwtCredential("cs-1", ClientSecret, JwtAlgorithm.HS512));
        var wrongPem = Record.Exception(() => new JwtCredential("cs-1", "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----", JwtAlgorithm.RS256));
        var failing = new JwtCredential("cs-1", _ => new(ClientSecret[..8]));
        var provided = await Record.ExceptionAsync(() => failing.GetTokenAsync(CancellationToken.None).AsTask());
        AssertClean($"{credential}{wrong}{wrongPem}{provided}");
        Assert.All([wrong, wrongPem, provided], fault => Assert.IsAssignableFrom<ArgumentException>(fault));
    }

    [Fact]
    public async Task A_token_in_the_address_stays_out_of_what_the_transport_says()
    {
        var api = new ApiDescription { Name = "Query", Authentication = new ApiAuthentication("key", AuthLocation.Query, "") };
        using var connection = new ApiConnection(new KoreXoClientOptions { Endpoint = RawServer.Nowhere(), Credential = new ApiKeyCredential(Token), MaxRetries = 0 });
        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(new OperationRequest(new OperationDescriptor(api, "get", HttpMethod.Get, "/x"), "/x"), null, CancellationToken.None));
        AssertClean(fault.ToString());
    }

    private static void AssertClean(string shown) => Assert.DoesNotContain("canary", WebUtility.UrlDecode(shown), StringComparison.OrdinalIgnoreCase);
}
