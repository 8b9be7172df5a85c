namespace KoreXo.Runtime.Tests;

/// <summary>Calls that wait for a permit behind one another.</summary>
public sealed class QueueTests : IDisposable
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
    public async Task A_call_that_must_not_wait_asks_the_store_once()
    {
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = Connect(store);
        await SendAsync(connection);
        await Assert.ThrowsAsync<KoreXoRateLimitException>(() => SendAsync(connection, TimeSpan.Zero));
        Assert.Equal(2, store.Asked);
    }

    [Fact]
    public async Task A_call_that_waits_asks_the_store_again_when_its_time_has_come()
    {
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = Connect(store);
        await SendAsync(connection);
        Assert.Null(await _clock.EndAsync(SendAsync(connection)));
        Assert.Equal((3, 60), (store.Asked, Math.Round(Passed().TotalSeconds)));
    }

    [Fact]
    public async Task A_store_that_cannot_notify_is_asked_again_only_when_the_time_has_come()
    {
        var store = new FaultyStore(nameof(IRateLimitStore.WaitForCapacityAsync), hangs: false, _clock);
        using var connection = Connect(store);
        await SendAsync(connection);
        Assert.Null(await _clock.EndAsync(SendAsync(connection)));
        Assert.Equal((3, 60), (store.Asked, Math.Round(Passed().TotalSeconds)));
    }

    [Fact]
    public async Task Those_behind_a_call_that_waits_do_not_ask_the_store()
    {
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = Connect(store);
        await SendAsync(connection);
        var calls = Enumerable.Range(0, 5).Select(_ => SendAsync(connection)).ToList();
        await UntilAsync(() => _clock.Waiting > 0);
        Assert.Equal(2, store.Asked);
        Assert.Null(await _clock.EndAsync(Task.WhenAll(calls)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_call_that_is_canceled_leaves_its_place_to_the_others(int canceled)
    {
        using var connection = Connect(new MemoryRateLimitStore(_clock));
        await SendAsync(connection);
        using var cancel = new CancellationTokenSource();
        var calls = Enumerable
            .Range(0, 3)
            .Select(index => SendAsync(connection, cancellationToken: index == canceled ? cancel.Token : default))
            .ToList();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calls[canceled]);
        Assert.Null(await _clock.EndAsync(Task.WhenAll(calls.Where((_, index) => index != canceled))));
        Assert.Equal((3, 120), (_handler.Requests.Count, Math.Round(Passed().TotalSeconds)));
    }

    [Fact]
    public async Task A_call_behind_one_that_waits_longer_gives_up_after_its_own_limit()
    {
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = Connect(store);
        await SendAsync(connection);
        var patient = SendAsync(connection, Timeout.InfiniteTimeSpan);
        var other = SendAsync(connection, TimeSpan.FromSeconds(130));
        await store.PauseAsync(store.Permit!.Partition, TimeSpan.FromMinutes(10), CancellationToken.None);

        var fault = Assert.IsType<KoreXoRateLimitException>(await _clock.EndAsync(other));

        Assert.InRange(Passed().TotalSeconds, 130, 132);
        Assert.Equal(3, store.Asked); // it gave up in the queue, without asking out of turn
        Assert.InRange(fault.RetryAfter!.Value.TotalSeconds, 468, 470);
        Assert.False(patient.IsCompleted);
        Assert.Null(await _clock.EndAsync(patient));
        Assert.InRange(Passed().TotalSeconds, 600, 601);
    }

    [Fact]
    public async Task A_call_does_not_overtake_one_that_waits_although_a_permit_became_free()
    {
        var store = new MemoryRateLimitStore(_clock);
        using var connection = Connect(store);
        var other = new RateLimitPermit(
            new RateLimitPartition("platform.example.com:443", "", "bot", ""),
            Act.RateLimit!.Windows,
            TimeSpan.FromMinutes(1)
        );
        await store.TryAcquireAsync(other, CancellationToken.None);
        var first = SendAsync(connection);
        await store.ReleaseAsync(other, isUsed: false, CancellationToken.None);

        var second = SendAsync(connection);

        Assert.Empty(_handler.Requests);
        Assert.Null(await _clock.EndAsync(first));
        Assert.Single(_handler.Requests);
        Assert.Null(await _clock.EndAsync(second));
    }

    [Fact]
    public async Task A_pause_that_begins_during_a_wait_ends_a_call_that_must_not_wait_that_long()
    {
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = Connect(store);
        await SendAsync(connection);
        var waiting = SendAsync(connection, TimeSpan.FromSeconds(90));
        await UntilAsync(() => _clock.Waiting > 0);
        await store.PauseAsync(store.Permit!.Partition, TimeSpan.FromSeconds(100), CancellationToken.None);

        var fault = Assert.IsType<KoreXoRateLimitException>(await _clock.EndAsync(waiting));

        Assert.Equal((60, 40), (Math.Round(Passed().TotalSeconds), Math.Round(fault.RetryAfter!.Value.TotalSeconds)));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    private static Task SendAsync(ApiConnection connection, TimeSpan? limit = null, CancellationToken cancellationToken = default) =>
        connection.SendAsync(
            new OperationRequest(Act, "/things"),
            limit is null ? null : new CallOptions { MaxRateLimitWait = limit },
            cancellationToken
        );

    private TimeSpan Passed() => _clock.GetUtcNow() - new ManualClock().GetUtcNow();

    private ApiConnection Connect(IRateLimitStore store) => _handler.Connect(_clock, options => options.RateLimitStore = store);
}
