namespace KoreXo.Runtime.Tests;

/// <summary>Which rate limits a client counts, for how long, and how long its permits are valid.</summary>
public sealed class RateLimitUseTests : IDisposable
{
    private static readonly OperationDescriptor Act = new(TestApi.Api, "act", HttpMethod.Post, "/things")
    {
        Scopes = [],
        RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(1, 60)]),
    };

    private readonly ManualClock _clock = new();
    private readonly ScriptedHandler _handler = new(ScriptedHandler.Status(200));

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task A_client_of_thousands_of_bots_still_counts_those_in_use()
    {
        using var connection = _handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.Zero);
        await SendAsync(connection, "first");
        for (var bot = 0; bot < 600; bot++)
        {
            await SendAsync(connection, $"{bot}");
        }

        await Assert.ThrowsAsync<KoreXoRateLimitException>(() => SendAsync(connection, "first"));
        _clock.Advance(TimeSpan.FromHours(2));
        for (var bot = 0; bot < 600; bot++)
        {
            await SendAsync(connection, $"{bot}");
        }

        await SendAsync(connection, "first");
        await Assert.ThrowsAsync<KoreXoRateLimitException>(() => SendAsync(connection, "first"));
    }

    [Fact]
    public async Task Bots_that_take_turns_are_counted_apart()
    {
        using var connection = _handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.Zero);
        await SendAsync(connection, "a");
        await SendAsync(connection, "b");
        foreach (var bot in new[] { "a", "a", "b", "a" })
        {
            await Assert.ThrowsAsync<KoreXoRateLimitException>(() => SendAsync(connection, bot));
        }
    }

    [Theory]
    [InlineData(100, null, 105)]
    [InlineData(100, 20, 25)]
    [InlineData(3600, null, 3605)]
    [InlineData(3601, null, 3600)]
    [InlineData(-1, null, 3600)]
    public async Task A_permit_is_valid_a_little_longer_than_its_attempt_and_an_hour_at_most(int client, int? call, int expected)
    {
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = _handler.Connect(
            _clock,
            options => (options.RateLimitStore, options.AttemptTimeout) = (store, Seconds(client))
        );
        var options = call is { } own ? new CallOptions { AttemptTimeout = Seconds(own) } : null;
        await connection.SendAsync(new OperationRequest(Act, "/things"), options, CancellationToken.None);
        Assert.Equal(expected, store.Permit!.Lifetime.TotalSeconds);
    }

    [Fact]
    public async Task The_permit_of_a_transfer_is_valid_for_an_hour()
    {
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = _handler.Connect(_clock, options => options.RateLimitStore = store);
        var request = new OperationRequest(Act, "/things") { Body = new MultipartBody() };
        await connection.SendAsync(request, null, CancellationToken.None);
        Assert.Equal(TimeSpan.FromHours(1), store.Permit!.Lifetime);
    }

    [Fact]
    public async Task A_store_counts_a_call_without_subject_and_client_under_empty_names()
    {
        var store = new ScriptedStore();
        using var connection = _handler.Connect(_clock, options => options.RateLimitStore = store);
        await connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None);
        Assert.Equal([new RateLimitPartition("platform.example.com:443", "", "bot", "")], store.Acquired);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_described_in_whole_seconds()
    {
        using var connection = _handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.Zero);
        await SendAsync(connection, "a");
        _clock.Advance(TimeSpan.FromSeconds(0.4));
        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() => SendAsync(connection, "a"));
        Assert.Contains("the rate limit 'bot' (1 calls in 60 s) has no capacity for another 00:01:00, longer", fault.Message);
        Assert.Equal((59.6, 1), (fault.RetryAfter!.Value.TotalSeconds, fault.RateLimit!.Windows.Count));
    }

    [Fact]
    public async Task A_shorter_window_decides_how_long_a_server_without_a_time_is_left_alone()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429), ScriptedHandler.Status(200));
        using var connection = handler.Connect(_clock);
        var operation = new OperationDescriptor(TestApi.Api, "act", HttpMethod.Post, "/things")
        {
            Scopes = [],
            RateLimit = new RateLimit(
                "bot",
                Documented: true,
                [new RateLimitWindow(500, 3600), new RateLimitWindow(50, 30), new RateLimitWindow(60, 60)]
            ),
        };
        var begun = _clock.GetUtcNow();
        Assert.Null(await _clock.EndAsync(connection.SendAsync(new OperationRequest(operation, "/things"), null, CancellationToken.None)));
        Assert.Equal(30, (_clock.GetUtcNow() - begun).TotalSeconds, tolerance: 1);
    }

    private static TimeSpan Seconds(int seconds) => seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);

    private static Task SendAsync(ApiConnection connection, string bot) =>
        connection.SendAsync(new OperationRequest(Act, "/things") { RateKey = bot }, null, CancellationToken.None);
}
