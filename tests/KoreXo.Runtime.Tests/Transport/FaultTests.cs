namespace KoreXo.Runtime.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_request_without_a_body_is_not_sent_again_behind_the_back_of_the_client(string verb)
    {
        using var server = RawServer.HangingUpOnTheSecond("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        using var connection = new ApiConnection(
            new KoreXoClientOptions { Endpoint = server.Endpoint, Credential = new ApiKeyCredential(TestApi.Token) }
        );
        var operation = new OperationDescriptor(TestApi.Api, "act", new HttpMethod(verb), "/things/{thingId}") { Scopes = [] };
        await connection.SendAsync(TestApi.Request(operation), call: null, CancellationToken.None);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(operation), call: null, CancellationToken.None)
        );

        Assert.True(fault.MayHaveBeenApplied);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_server_that_is_not_there_has_done_nothing()
    {
        using var connection = Connect(RawServer.Nowhere());
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Equal((null, true, false, 1), (fault.Status, fault.IsTransient, fault.MayHaveBeenApplied, fault.Attempts));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("not http at all\r\n\r\n")]
    public async Task A_server_that_hangs_up_may_have_done_it(string reply)
    {
        using var server = RawServer.Sending(reply);
        using var connection = Connect(server.Endpoint);
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Equal((true, true), (fault.IsTransient, fault.MayHaveBeenApplied));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"na")]
    public async Task An_answer_that_breaks_off_says_so(string reply)
    {
        using var server = RawServer.Sending(reply);
        using var connection = Connect(server.Endpoint);
        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)
        );
        Assert.Contains("the connection closed before the response was complete", fault.Message);
        Assert.True(fault.MayHaveBeenApplied);
    }

    [Fact]
    public async Task An_error_whose_body_breaks_off_keeps_its_status()
    {
        using var server = RawServer.Sending("HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n{");
        using var connection = Connect(server.Endpoint);
        await Assert.ThrowsAsync<KoreXoNotFoundException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_answer_is_a_timeout_that_names_its_limit(bool begun)
    {
        await using var server = await StallingServer.StartAsync(begun);
        var clock = new ManualClock();
        using var connection = Connect(server.Endpoint, clock);
        var call = connection.SendAsync(
            TestApi.Request(),
            new CallOptions { TotalTimeout = TimeSpan.FromSeconds(7) },
            CancellationToken.None
        );
        await server.Reached;
        clock.Advance(TimeSpan.FromSeconds(6.9));
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        var fault = await Assert.ThrowsAsync<KoreXoTimeoutException>(() => call);

        Assert.Equal((TimeSpan.FromSeconds(7), true, true), (fault.Limit, fault.IsTransient, fault.MayHaveBeenApplied));
        Assert.Contains("00:00:07 (CallOptions.TotalTimeout)", fault.Message);
        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_is_never_a_timeout(bool begun)
    {
        await using var server = await StallingServer.StartAsync(begun);
        using var connection = Connect(server.Endpoint);
        using var cancel = new CancellationTokenSource();
        var call = connection.SendAsync(TestApi.Request(), new CallOptions { TotalTimeout = TimeSpan.FromMinutes(1) }, cancel.Token);
        await server.Reached;
        await cancel.CancelAsync();

        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(cancel.Token, fault.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_wins_over_a_timeout_at_the_same_time()
    {
        await using var server = await StallingServer.StartAsync(sendHead: false);
        var clock = new ManualClock();
        using var connection = Connect(server.Endpoint, clock);
        using var cancel = new CancellationTokenSource();
        var call = connection.SendAsync(TestApi.Request(), null, cancel.Token);
        await server.Reached;
        await cancel.CancelAsync();
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            connection.SendAsync(TestApi.Request(), null, new CancellationToken(canceled: true))
        );
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Waiting_for_a_token_counts_as_the_call(bool cancelled)
    {
        var clock = new ManualClock();
        using var connection = new ApiConnection(
            new KoreXoClientOptions
            {
                Endpoint = RawServer.Nowhere(),
                TimeProvider = clock,
                Credential = new NeverCredential(),
                MaxRetries = 0,
            }
        );
        using var cancel = new CancellationTokenSource();
        var call = connection.SendAsync(TestApi.Request(), null, cancel.Token);
        if (cancelled)
        {
            await cancel.CancelAsync();
            Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        }
        else
        {
            clock.Advance(TimeSpan.FromSeconds(100));
            var fault = await Assert.ThrowsAsync<KoreXoTimeoutException>(() => call);
            Assert.Equal((0, false), (fault.Attempts, fault.MayHaveBeenApplied));
        }
    }

    [Fact]
    public async Task The_timeout_of_a_given_http_client_is_named_as_such()
    {
        await using var server = await StallingServer.StartAsync(sendHead: false);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        using var connection = new ApiConnection(
            new KoreXoClientOptions
            {
                Endpoint = server.Endpoint,
                Credential = new ApiKeyCredential("k"),
                MaxRetries = 0,
            },
            http
        );
        var fault = await Assert.ThrowsAsync<KoreXoTimeoutException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );
        Assert.Contains("HttpClient given to the client", fault.Message);
    }

    [Fact]
    public async Task A_redirect_takes_no_credential_along()
    {
        await using var other = await LoopbackServer.AnsweringAsync("{}");
        await using var server = await LoopbackServer.AnsweringAsync("", 302, headers: ("Location", other.Endpoint.ToString()));
        using var connection = server.Connect();
        await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("auth", "x")]
    [InlineData("AUTH", "x")]
    [InlineData("X-A", "a\r\nX-B: 1")]
    [InlineData("X-A", "é")]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("content-length", "7")]
    [InlineData("Host", "evil.example")]
    [InlineData("transfer-encoding", "chunked")]
    [InlineData("Connection", "auth")]
    [InlineData("Upgrade", "h2c")]
    [InlineData("TE", "trailers")]
    [InlineData("Trailer", "X-A")]
    [InlineData("Expect", "100-continue")]
    [InlineData("Keep-Alive", "1")]
    [InlineData("Proxy-Authorization", "x")]
    [InlineData("x-http-method-override", "DELETE")]
    [InlineData("bad name", "x")]
    public async Task A_header_that_must_not_be_set_is_refused(string name, string value)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var options = new CallOptions { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value } };
        Assert.Equal(
            name,
            (
                await Assert.ThrowsAsync<ArgumentException>(() => connection.SendAsync(TestApi.Request(), options, CancellationToken.None))
            ).ParamName
        );
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task A_header_that_describes_the_body_is_sent(string verb)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        await connection.SendAsync(
            TestApi.Request(new(TestApi.Api, "op", new HttpMethod(verb), "/x") { Scopes = [] }) with
            {
                Headers = [new("content-md5", "Q2hlY2s="), new("Content-Range", "bytes 0-4/5")],
            },
            null,
            CancellationToken.None
        );
        Assert.Equal(("Q2hlY2s=", "bytes 0-4/5"), (server.Only.Headers["Content-MD5"], server.Only.Headers["Content-Range"]));
    }

    [Fact]
    public async Task Headers_of_the_call_replace_those_of_the_operation()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var options = new CallOptions
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["bot-language"] = "de", ["Accept"] = "text/csv" },
        };
        await connection.SendAsync(TestApi.Request() with { Headers = [new("Bot-Language", "en")] }, options, CancellationToken.None);
        Assert.Equal(("de", "text/csv"), (server.Only.Headers["bot-language"], server.Only.Headers["Accept"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_timeout_of_nothing_is_refused(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallOptions { TotalTimeout = TimeSpan.FromSeconds(seconds) });

    private static ApiConnection Connect(Uri endpoint, TimeProvider? clock = null) =>
        new(
            new KoreXoClientOptions
            {
                Endpoint = endpoint,
                Credential = new ApiKeyCredential("k"),
                TimeProvider = clock ?? TimeProvider.System,
                MaxRetries = 0,
            }
        );

    private sealed class NeverCredential : KoreXoCredential
    {
        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return default;
        }
    }
}
