using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

public sealed class ClientCredentialsTests
{
    private const string Secret = "canary secret:+/&";

    [Fact]
    public async Task A_token_is_requested_with_the_scopes_of_the_operation_and_sent_as_bearer()
    {
        await using var tokens = await LoopbackServer.AnsweringAsync("""{"access_token":"at-1","token_type":"bearer","expires_in":3600}""");
        await using var service = await LoopbackServer.AnsweringAsync("{}");
        using var credential = Credential(tokens);
        using var connection = service.Connect(options => options.Credential = credential);

        await Send(connection, "orders.read", "orders.write");
        await Send(connection, "orders.read", "orders.write");

        var request = tokens.Only;
        Assert.Equal(
            ("POST", "/token", "application/x-www-form-urlencoded"),
            (request.Method, request.Target, request.Headers["Content-Type"])
        );
        Assert.Equal("grant_type=client_credentials&scope=orders.read+orders.write", Encoding.UTF8.GetString(request.Body));
        Assert.Equal("Basic " + Convert.ToBase64String("my+client:canary+secret%3A%2B%2F%26"u8), request.Headers["Authorization"]);
        Assert.All(service.Requests, static sent => Assert.Equal("Bearer at-1", sent.Headers["Authorization"]));
    }

    [Fact]
    public async Task The_client_may_authenticate_in_the_body_and_ask_for_fixed_scopes()
    {
        await using var tokens = await LoopbackServer.AnsweringAsync("""{"access_token":"at-1"}""");
        await using var service = await LoopbackServer.AnsweringAsync("{}");
        using var credential = new ClientCredentialsCredential(new Uri(tokens.Endpoint, "/token"), "c", "s&")
        {
            ClientAuthentication = ClientAuthentication.RequestBody,
            Scopes = ["api/.default"],
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["audience"] = "https://api.example" },
        };
        using var connection = service.Connect(options => options.Credential = credential);

        await Send(connection, "orders.read");
        await Send(connection, "orders.write");

        Assert.Equal(
            "grant_type=client_credentials&scope=api%2F.default&audience=https%3A%2F%2Fapi.example&client_id=c&client_secret=s%26",
            Encoding.UTF8.GetString(tokens.Only.Body)
        );
        Assert.False(tokens.Only.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task The_token_is_renewed_before_it_expires()
    {
        var clock = new FakeTimeProvider();
        await using var tokens = await LoopbackServer.AnsweringAsync("""{"access_token":"at","expires_in":"600"}""");
        using var credential = Credential(tokens);
        using var connection = new ScriptedHandler(ScriptedHandler.Status(200)).Connect(clock, options => options.Credential = credential);

        await Send(connection);
        clock.Advance(TimeSpan.FromSeconds(569));
        await Send(connection);
        var before = tokens.Requests.Count;
        clock.Advance(TimeSpan.FromSeconds(2));
        await Send(connection);

        Assert.Equal((1, 2), (before, tokens.Requests.Count));
    }

    [Fact]
    public async Task Many_calls_wait_for_one_token_and_renew_it_once_after_it_was_rejected()
    {
        await using var tokens = await LoopbackServer.AnsweringInTurnAsync("""{"access_token":"at-1"}""", """{"access_token":"at-2"}""");
        var revoked = false;
        await using var service = await LoopbackServer.StartAsync(
            (context, request) =>
                LoopbackServer.WriteAsync(
                    context,
                    "{}",
                    Volatile.Read(ref revoked) && request.Headers["Authorization"] == "Bearer at-1" ? 401 : 200
                )
        );
        using var credential = Credential(tokens);
        using var connection = service.Connect(options => options.Credential = credential);

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Send(connection)));
        Volatile.Write(ref revoked, true);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Send(connection)));

        Assert.Equal(2, tokens.Requests.Count);
    }

    [Theory]
    [InlineData(
        401,
        """{"error":"invalid_client","error_description":"bad canary secret:+/& given"}""",
        "responded 401 Unauthorized, invalid_client, bad *** given; check the client id and secret, and ClientCredentialsCredential.ClientAuthentication",
        "invalid_client"
    )]
    [InlineData(
        400,
        """{"error":"invalid_scope"}""",
        "responded 400 BadRequest, invalid_scope; grant the client the requested scopes",
        "invalid_scope"
    )]
    [InlineData(
        200,
        """{"error":"unauthorized_client"}""",
        "responded 200 OK, unauthorized_client; allow the client to use the grant 'client_credentials'",
        "unauthorized_client"
    )]
    [InlineData(404, "<html>", "responded 404 NotFound", null)]
    [InlineData(200, "<html>", "without a usable 'access_token'; is it the token endpoint of the service?", null)]
    [InlineData(200, """{"access_token":""}""", "without a usable 'access_token'", null)]
    [InlineData(200, """{"access_token":"a b"}""", "without a usable 'access_token'", null)]
    [InlineData(200, """["access_token"]""", "without a usable 'access_token'", null)]
    [InlineData(
        200,
        """{"access_token":"a","token_type":"mac"}""",
        "returned a token of type 'mac'; only bearer tokens are supported",
        null
    )]
    public async Task What_the_token_endpoint_rejects_is_reported_without_the_secret(int status, string body, string message, string? code)
    {
        await using var tokens = await LoopbackServer.AnsweringAsync(body, status);
        await using var service = await LoopbackServer.AnsweringAsync("{}");
        using var credential = Credential(tokens);
        using var connection = service.Connect(options => options.Credential = credential);

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection));

        Assert.Contains(
            $"was not sent: credential 'oauth' (ClientCredentialsCredential) returned no token: the token endpoint {tokens.Endpoint}token ",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(code, fault.Code);
        Assert.DoesNotContain("canary", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(service.Requests);
        Assert.False(fault.IsTransient);
    }

    [Fact]
    public async Task A_token_endpoint_that_is_down_is_a_passing_failure()
    {
        using var credential = new ClientCredentialsCredential(RawServer.Nowhere(), "c", Secret);
        using var connection = new ScriptedHandler(ScriptedHandler.Status(200)).Connect(configure: options =>
            (options.Credential, options.MaxRetries) = (credential, 0)
        );

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection));

        Assert.True(fault.IsTransient);
        Assert.Contains("could not be reached", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_does_not_follow_a_redirect()
    {
        await using var other = await LoopbackServer.AnsweringAsync("""{"access_token":"at"}""");
        await using var tokens = await LoopbackServer.AnsweringAsync("", 307, headers: ("Location", other.Endpoint.ToString()));
        using var credential = Credential(tokens);
        using var connection = new ScriptedHandler(ScriptedHandler.Status(200)).Connect(configure: options =>
            options.Credential = credential
        );

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection));

        Assert.Contains("redirects are not followed", fault.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_client_of_ones_own_that_follows_redirects_is_found_out()
    {
        await using var other = await LoopbackServer.AnsweringAsync("""{"access_token":"at"}""");
        await using var tokens = await LoopbackServer.AnsweringAsync("", 307, headers: ("Location", other.Endpoint.ToString()));
        using var http = new HttpClient();
        using var credential = new ClientCredentialsCredential(new Uri(tokens.Endpoint, "/token"), "c", Secret, http);
        using var connection = new ScriptedHandler(ScriptedHandler.Status(200)).Connect(configure: options =>
            options.Credential = credential
        );

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection));

        Assert.Contains("treat the client secret as exposed", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://id.example/token")]
    [InlineData("/token")]
    [InlineData("https://user:pw@id.example/token")]
    public void A_token_endpoint_that_is_not_safe_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new ClientCredentialsCredential(new Uri(address, UriKind.RelativeOrAbsolute), "c", Secret));

    private static ClientCredentialsCredential Credential(LoopbackServer tokens) =>
        new(new Uri(tokens.Endpoint, "/token"), "my client", Secret);

    private static readonly ApiDescription Shop = new()
    {
        Name = "Shop",
        Authentication = new ApiAuthentication("Authorization", AuthLocation.Header, "Bearer "),
    };

    private static Task Send(ApiConnection connection, params string[] scopes) =>
        connection.SendAsync(
            new OperationRequest(
                new OperationDescriptor(Shop, "getOrders", HttpMethod.Get, "/orders") { Scopes = [new ScopeRequirement("oauth", scopes)] },
                "/orders"
            ),
            null,
            CancellationToken.None
        );
}
