using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime.Tests;

/// <summary>What happens while a store is down for a while, and when it is back.</summary>
public sealed class StoreOutageTests : IDisposable
{
    private static readonly OperationDescriptor Act = new(TestApi.Api, "act", HttpMethod.Post, "/things")
    {
        Scopes = [],
        RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(50, 30)]),
    };

    private readonly ManualClock _clock = new();
    private readonly ScriptedHandler _handler = new(ScriptedHandler.Status(200));
    private readonly RecordingLoggers _loggers = new();

    public void Dispose()
    {
        _handler.Dispose();
        _loggers.Dispose();
    }

    [Fact]
    public async Task A_store_that_is_down_is_probed_by_one_call_a_second()
    {
        var store = new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: false, _clock);
        using var connection = Connect(store, RateLimitStoreFailure.FailOpen);
        await SendAsync(connection);
        await SendAsync(connection);
        Assert.Equal(1, store.Asked);
        _clock.Advance(TimeSpan.FromSeconds(0.9));
        await SendAsync(connection);
        Assert.Equal(1, store.Asked);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await SendAsync(connection);
        await SendAsync(connection);
        Assert.Equal((2, 5), (store.Asked, _handler.Requests.Count));
    }

    [Fact]
    public async Task While_one_call_probes_a_store_the_others_do_not_wait_for_it()
    {
        var store = new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: true, _clock);
        using var connection = Connect(store, RateLimitStoreFailure.FailOpen);
        await _clock.EndAsync(SendAsync(connection)); // the store has not responded for five seconds
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var cancel = new CancellationTokenSource();
        var probe = SendAsync(connection, cancel.Token);

        await SendAsync(connection);
        Assert.Equal((2, false), (store.Asked, probe.IsCompleted));

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe);
        var next = SendAsync(connection); // takes the place of the probe that was given up
        Assert.Equal(3, store.Asked);
        Assert.Null(await _clock.EndAsync(next));
    }

    [Fact]
    public async Task A_store_that_is_back_is_used_by_every_call()
    {
        var store = new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: false, _clock, times: 1);
        using var connection = Connect(store, RateLimitStoreFailure.FailOpen);
        await SendAsync(connection);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(connection);
        await SendAsync(connection);
        Assert.Equal(3, store.Asked);
    }

    [Theory]
    [InlineData(RateLimitStoreFailure.FailOpen)]
    [InlineData(RateLimitStoreFailure.FailClosed)]
    public async Task The_log_says_once_that_a_store_is_down_and_once_that_it_is_back(RateLimitStoreFailure failure)
    {
        var store = new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: false, _clock, times: 3);
        using var connection = Connect(store, failure);
        for (var call = 0; call < 6; call++)
        {
            Assert.Null(await _clock.EndAsync(SendAsync(connection)));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(
            [
                $"FaultyStore is unavailable for rate limit 'bot' (InvalidTimeZoneException); calls are subject to {failure}",
                "FaultyStore is available again for rate limit 'bot'",
            ],
            _loggers
                .Entries.Where(static entry => entry.Id is 13 or 14)
                .Select(static entry => entry.Text.Replace("System.", "", StringComparison.Ordinal))
        );
        Assert.Equal(LogLevel.Warning, _loggers.Entries.First(static entry => entry.Id == 13).Level);
    }

    [Fact]
    public async Task A_store_that_hangs_is_logged_as_a_timeout()
    {
        using var connection = Connect(
            new FaultyStore(nameof(IRateLimitStore.ReleaseAsync), hangs: true, _clock, times: 1),
            RateLimitStoreFailure.FailClosed
        );
        Assert.Null(await _clock.EndAsync(SendAsync(connection)));
        Assert.Contains("TimeoutException", Assert.Single(_loggers.Entries, static entry => entry.Id == 12).Text);
    }

    [Fact]
    public async Task A_permit_that_cannot_be_released_is_let_go_when_it_expires()
    {
        var store = new FaultyStore(nameof(IRateLimitStore.ReleaseAsync), hangs: false, _clock);
        using var connection = Connect(store, RateLimitStoreFailure.FailClosed);
        await SendAsync(connection);
        for (var second = 0; second < 300; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        Assert.InRange(store.Releases, 8, 14); // ever less often, for 105 seconds
        Assert.Equal(0, _clock.Waiting);
    }

    [Fact]
    public async Task Calls_of_the_process_that_ended_leave_its_own_window_too()
    {
        var store = new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: false, _clock);
        using var connection = Connect(store, RateLimitStoreFailure.FailOpen);
        for (var call = 0; call < 50; call++)
        {
            await SendAsync(connection);
        }

        _clock.Advance(TimeSpan.FromSeconds(30));
        var next = SendAsync(connection);
        await next;
        Assert.Equal(51, _handler.Requests.Count);
    }

    [Fact]
    public async Task An_estimate_that_fails_lets_the_call_wait_for_its_turn()
    {
        var store = new FaultyStore(nameof(IRateLimitStore.EstimateAsync), hangs: false, _clock);
        using var connection = Connect(store, RateLimitStoreFailure.FailClosed);
        var calls = Enumerable.Range(0, 52).Select(_ => SendAsync(connection)).ToList();
        Assert.Null(await _clock.EndAsync(Task.WhenAll(calls)));
        Assert.Equal(30, (_clock.GetUtcNow() - new ManualClock().GetUtcNow()).TotalSeconds, tolerance: 1);
    }

    private static Task SendAsync(ApiConnection connection, CancellationToken cancellationToken = default) =>
        connection.SendAsync(new OperationRequest(Act, "/things"), null, cancellationToken);

    private ApiConnection Connect(IRateLimitStore store, RateLimitStoreFailure failure) =>
        _handler.Connect(
            _clock,
            options => (options.RateLimitStore, options.LoggerFactory, options.RateLimitStoreFailure) = (store, _loggers, failure)
        );
}
