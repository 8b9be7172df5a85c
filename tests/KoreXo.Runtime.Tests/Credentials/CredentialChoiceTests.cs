namespace KoreXo.Runtime.Tests;

public sealed class CredentialChoiceTests
{
    private static readonly ScopeRequirement Admin = new("admin", "files:write");
    private static readonly ScopeRequirement Platform = new("platform", "files:read");

    [Fact]
    public async Task A_call_that_no_credential_can_make_is_not_sent()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
        {
            options.Credential = null;
            options.Credentials["data"] = new ApiKeyCredential("data-key");
        });

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection, TestApi.Needing(Admin, Platform)));

        Assert.Empty(server.Requests);
        Assert.Equal((0, false), (fault.Attempts, fault.MayHaveBeenApplied));
        Assert.Equal(
            "GET /things/{thingId} was not sent: it needs credential 'admin' with scope 'files:write', or credential 'platform' with scope 'files:read', but the client has only 'data'. "
                + "Set KoreXoClientOptions.Credentials[\"admin\"] or KoreXoClientOptions.Credentials[\"platform\"], or KoreXoClientOptions.Credential, which serves every kind.",
            fault.Message
        );
    }

    [Theory]
    [InlineData("platfrom", "but the client has only 'platfrom'; did you mean 'platform'? Set ")]
    [InlineData("Admin", "but the client has only 'Admin'; did you mean 'admin'? Set ")]
    public async Task A_misspelt_kind_is_pointed_at(string kind, string message)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
        {
            options.Credential = null;
            options.Credentials[kind] = new ApiKeyCredential("key");
        });

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection, TestApi.Needing(Admin, Platform)));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_call_for_which_the_manifest_holds_no_scope_is_not_sent()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Scopes = Manifest("admin", "files:read"));

        var fault = await Assert.ThrowsAsync<KoreXoScopeException>(() =>
            Send(connection, TestApi.Needing(new ScopeRequirement("admin", "files:read", "files:write")))
        );

        Assert.Empty(server.Requests);
        Assert.Equal("files:write", Assert.Single(fault.MissingScopes));
        Assert.Contains("app 'ci' does not hold 'files:write'", fault.Message);
        Assert.DoesNotContain(TestApi.Token, fault.ToString());
    }

    [Fact]
    public async Task Scopes_of_two_credentials_do_not_add_up()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
            options.Scopes = new ScopeManifest("ci", [new("a", ["files:read"]), new("b", ["files:write"])])
        );

        await Assert.ThrowsAsync<KoreXoScopeException>(() =>
            Send(connection, TestApi.Needing(new ScopeRequirement(null, "files:read", "files:write")))
        );
    }

    [Theory]
    [InlineData("files:read", "Read files")]
    [InlineData("Read files", "files:read")]
    [InlineData("files:all", "files:read")]
    [InlineData("files:all", "Read files")]
    public async Task Aliases_and_implied_scopes_count(string held, string needed)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Scopes = Manifest("admin", held));

        await Send(connection, TestApi.Needing(new ScopeRequirement("admin", needed)));

        Assert.Equal(TestApi.Token, server.Only.Headers["auth"]);
    }

    [Fact]
    public async Task Case_counts()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Scopes = Manifest("", "Files:Read"));
        await Assert.ThrowsAsync<KoreXoScopeException>(() => Send(connection, TestApi.Needing(Platform)));
    }

    [Fact]
    public async Task The_manifest_leads_to_the_second_alternative()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
        {
            options.Credentials["admin"] = new ApiKeyCredential("admin-key");
            options.Credentials["platform"] = new ApiKeyCredential("platform-key");
            options.Scopes = Manifest("platform", "files:read");
        });

        await Send(connection, TestApi.Needing(Admin, Platform));

        Assert.Equal("platform-key", server.Only.Headers["auth"]);
    }

    [Fact]
    public async Task The_credential_of_the_kind_comes_before_the_general_one_and_that_of_the_call_before_both()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Credentials["admin"] = new ApiKeyCredential("admin-key"));

        await Send(connection, TestApi.Needing(Admin));
        await Send(connection, TestApi.Needing(Platform));
        await Send(connection, TestApi.Needing(Admin), new CallOptions { Credential = new ApiKeyCredential("own-key") });

        Assert.Equal("admin-key,canary-token-5f2c,own-key", string.Join(",", server.Requests.Select(request => request.Headers["auth"])));
    }

    [Fact]
    public async Task With_an_unknown_need_and_several_kinds_the_choice_is_left_to_the_caller()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
        {
            options.Credential = null;
            options.Credentials["a"] = new ApiKeyCredential("a-key");
            options.Credentials["b"] = new ApiKeyCredential("b-key");
        });

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection, TestApi.Needing(scopes: null)));
        Assert.Contains("CallOptions.Credential", fault.Message);
    }

    [Fact]
    public async Task A_client_without_any_credential_says_so()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Credential = null);
        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection, TestApi.Needing(scopes: null)));
        Assert.Contains("Set KoreXoClientOptions.Credential.", fault.Message);
    }

    [Fact]
    public async Task An_anonymous_operation_gets_no_credential()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        await Send(connection, new OperationDescriptor(TestApi.Api, "ping", HttpMethod.Get, "/ping") { Anonymous = true });
        Assert.False(server.Only.Headers.ContainsKey("auth"));
    }

    [Theory]
    [InlineData(AuthLocation.Header, "Authorization", "Bearer ")]
    [InlineData(AuthLocation.Query, "key", "")]
    [InlineData(AuthLocation.Cookie, "sid", "")]
    public async Task The_credential_goes_where_the_api_wants_it(AuthLocation location, string name, string prefix)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Credential = new ApiKeyCredential("k+/="));
        var api = new ApiDescription { Name = "Other", Authentication = new ApiAuthentication(name, location, prefix) };

        await connection.SendAsync(
            new OperationRequest(new OperationDescriptor(api, "op", HttpMethod.Get, "/x"), "/x?a=1"),
            null,
            CancellationToken.None
        );

        var request = server.Only;
        Assert.Equal(location == AuthLocation.Query ? "/x?a=1&key=k%2B%2F%3D" : "/x?a=1", request.Target);
        Assert.Equal(location == AuthLocation.Header ? "Bearer k+/=" : null, request.Headers.GetValueOrDefault("Authorization"));
        Assert.Equal(location == AuthLocation.Cookie ? "sid=k+/=" : null, request.Headers.GetValueOrDefault("Cookie"));
    }

    [Fact]
    public async Task A_token_that_would_break_the_header_is_refused_without_being_shown()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Credential = new GivenCredential("evil\r\nX: 1"));
        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection, TestApi.Get));
        Assert.DoesNotContain("evil", fault.ToString());
        Assert.Empty(server.Requests);
    }

    private static Task Send(ApiConnection connection, OperationDescriptor operation, CallOptions? call = null) =>
        connection.SendAsync(TestApi.Request(operation), call, CancellationToken.None);

    private static ScopeManifest Manifest(string kind, params string[] scopes) => new("ci", [new(kind, scopes)]);

    private sealed class GivenCredential(string token) : KoreXoCredential
    {
        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
            new(new AccessToken(token));
    }
}
