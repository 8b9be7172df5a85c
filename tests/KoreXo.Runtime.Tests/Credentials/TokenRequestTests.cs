namespace KoreXo.Runtime.Tests;

public sealed class TokenRequestTests
{
    [Fact]
    public async Task A_credential_is_told_operation_scopes_kind_and_endpoint()
    {
        TokenRequestContext? context = null;
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
            options.Credential = new CallbackCredential(
                (request, _) =>
                {
                    context = request;
                    return new(new AccessToken("t"));
                }
            )
        );

        await Send(connection, TestApi.Needing(new ScopeRequirement("admin", "files:read", "files:write")));

        Assert.Equal(("getThing", "admin", server.Endpoint), (context!.OperationId, context.CredentialKind, context.Endpoint));
        Assert.Equal(["files:read", "files:write"], context.Scopes);
    }

    [Fact]
    public async Task A_token_with_an_expiry_is_reused_until_shortly_before()
    {
        var clock = new ManualClock();
        var credential = new CallbackCredential((context, _) => new(new AccessToken("t", context.TimeProvider.GetUtcNow().AddMinutes(10))));
        var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock, options => options.Credential = credential);

        await Send(connection, TestApi.Get);
        clock.Advance(TimeSpan.FromMinutes(9));
        await Send(connection, TestApi.Get);
        var before = credential.Asked;
        clock.Advance(TimeSpan.FromSeconds(31));
        await Send(connection, TestApi.Get);

        Assert.Equal((1, 2), (before, credential.Asked));
    }

    [Fact]
    public async Task Other_scopes_get_a_token_of_their_own()
    {
        var credential = new CallbackCredential(
            (context, _) => new(new AccessToken(string.Join('+', context.Scopes), DateTimeOffset.MaxValue))
        );
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Credential = credential);

        foreach (var scope in new[] { "files:read", "files:write", "files:read" })
        {
            await Send(connection, TestApi.Needing(new ScopeRequirement(null, scope)));
        }

        Assert.Equal(
            "files:read,files:write,files:read",
            string.Join(',', server.Requests.Select(static request => request.Headers["auth"]))
        );
        Assert.Equal(2, credential.Asked);
    }

    [Fact]
    public async Task A_hundred_calls_wait_for_one_token()
    {
        var release = new TaskCompletionSource();
        var credential = new CallbackCredential(
            async (_, _) =>
            {
                await release.Task;
                return new AccessToken("t", DateTimeOffset.MaxValue);
            }
        );
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Credential = credential);

        var calls = Enumerable.Range(0, 100).Select(_ => Send(connection, TestApi.Get)).ToArray();
        release.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal((1, 100), (credential.Asked, server.Requests.Count));
    }

    [Fact]
    public async Task A_token_without_an_expiry_is_never_given_to_two_attempts()
    {
        var next = 0;
        var credential = new CallbackCredential(
            async (_, _) =>
            {
                await Task.Yield();
                return new AccessToken($"t{Interlocked.Increment(ref next)}");
            }
        );
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Credential = credential);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Send(connection, TestApi.Get)));

        Assert.Equal(50, server.Requests.Select(static request => request.Headers["auth"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_reused_token_that_is_rejected_is_replaced_and_the_call_retried_once()
    {
        var next = 0;
        var credential = new CallbackCredential((_, _) => new(new AccessToken($"t{++next}", DateTimeOffset.MaxValue)));
        await using var server = await LoopbackServer.StartAsync(
            (context, request) =>
                LoopbackServer.WriteAsync(
                    context,
                    "{}",
                    request.Headers["auth"] == "t1" && next > 0 && context.Request.Path == "/things/2" ? 401 : 200
                )
        );
        using var connection = server.Connect(options => options.Credential = credential);

        await Send(connection, TestApi.Get);
        await connection.SendAsync(TestApi.Request(address: "/things/2"), null, CancellationToken.None);

        Assert.Equal("t1,t1,t2", string.Join(',', server.Requests.Select(static request => request.Headers["auth"])));
    }

    [Fact]
    public async Task A_fresh_token_that_is_rejected_is_not_tried_again()
    {
        var credential = new CallbackCredential((_, _) => new(new AccessToken("t", DateTimeOffset.MaxValue)));
        await using var server = await LoopbackServer.AnsweringAsync("{}", 401);
        using var connection = server.Connect(options => options.Credential = credential);

        await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection, TestApi.Get));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer abc")]
    [InlineData("new\nline")]
    public async Task A_token_that_is_none_fails_the_call_before_it_is_sent(string token)
    {
        var credential = new CallbackCredential((_, _) => new(new AccessToken(token, DateTimeOffset.MaxValue)));
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options => options.Credentials["admin"] = credential);

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() =>
            Send(connection, TestApi.Needing(new ScopeRequirement("admin", "files:read")))
        );
        await Assert.ThrowsAsync<KoreXoAuthenticationException>(() =>
            Send(connection, TestApi.Needing(new ScopeRequirement("admin", "files:read")))
        );

        Assert.StartsWith(
            "GET /things/{thingId} was not sent: credential 'admin' (CallbackCredential) returned a",
            fault.Message.Replace(" an empty", " a", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Empty(server.Requests);
        Assert.Equal(2, credential.Asked);
    }

    [Fact]
    public async Task What_a_credential_throws_is_the_inner_exception_and_its_text_not_in_the_message()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
            options.Credential = new CallbackCredential((_, _) => throw new InvalidTimeZoneException("vault: secret canary"))
        );

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection, TestApi.Get));

        Assert.IsType<InvalidTimeZoneException>(fault.InnerException);
        Assert.Equal(
            "GET /things/{thingId} was not sent: credential (CallbackCredential) returned no token: it threw InvalidTimeZoneException, see the inner exception.",
            fault.Message
        );
        Assert.Equal((0, false, false), (fault.Attempts, fault.IsTransient, fault.MayHaveBeenApplied));
    }

    [Fact]
    public async Task A_source_of_tokens_that_cannot_be_reached_is_asked_again_as_often_as_a_server()
    {
        var credential = new CallbackCredential((_, _) => throw new HttpRequestException("vault sealed"));
        var clock = new ManualClock();
        using var connection = new ScriptedHandler(ScriptedHandler.Status(200)).Connect(
            clock,
            options => (options.Credential, options.MaxRetries) = (credential, 2)
        );

        var fault = Assert.IsType<KoreXoAuthenticationException>(await clock.EndAsync(Send(connection, TestApi.Get)));

        Assert.Equal((true, 3, 0), (fault.IsTransient, credential.Asked, fault.Attempts));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_for_a_token_is_cancelled()
    {
        using var connection = new ScriptedHandler(ScriptedHandler.Status(200)).Connect(configure: options =>
            options.Credential = new CallbackCredential(
                async (_, token) =>
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                    return default;
                }
            )
        );
        using var cancel = new CancellationTokenSource();
        var call = connection.SendAsync(TestApi.Request(), null, cancel.Token);

        await cancel.CancelAsync();

        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancel.Token, fault.CancellationToken);
    }

    [Fact]
    public async Task A_credential_that_cancels_by_itself_is_no_cancellation_of_the_call()
    {
        using var connection = new ScriptedHandler(ScriptedHandler.Status(200)).Connect(configure: options =>
            (options.Credential, options.MaxRetries) = (new CallbackCredential((_, _) => throw new TaskCanceledException("own timeout")), 0)
        );

        var fault = await Assert.ThrowsAsync<KoreXoAuthenticationException>(() => Send(connection, TestApi.Get));

        Assert.IsType<TaskCanceledException>(fault.InnerException);
    }

    [Fact]
    public async Task A_bearer_callback_gives_the_tokens()
    {
        var asked = 0;
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(options =>
            options.Credential = new BearerCredential(
                (context, _) => new(new AccessToken($"t{++asked}", context.TimeProvider.GetUtcNow().AddHours(1)))
            )
        );

        await Send(connection, TestApi.Get);
        await Send(connection, TestApi.Get);

        Assert.Equal(["t1", "t1"], server.Requests.Select(static request => request.Headers["auth"]));
    }

    [Fact]
    public void A_token_does_not_show_itself()
    {
        var token = new AccessToken("canary", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("AccessToken (expires 2026-01-01 00:00:00Z)", token.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_secret_is_named_as_empty(string empty)
    {
        var faults = new[]
        {
            Record.Exception(() => new JwtCredential("cs-1", empty)),
            Record.Exception(() => new ApiKeyCredential(empty)),
            Record.Exception(() => new BearerCredential(empty)),
            Record.Exception(() => new ClientCredentialsCredential(new Uri("https://id.example/token"), "c", empty)),
        };
        Assert.All(
            faults,
            static fault =>
                Assert.Contains(
                    "is empty; check that the environment variable or setting it comes from has a value",
                    Assert.IsType<ArgumentException>(fault).Message,
                    StringComparison.Ordinal
                )
        );
    }

    private static Task Send(ApiConnection connection, OperationDescriptor operation) =>
        connection.SendAsync(TestApi.Request(operation), null, CancellationToken.None);
}
