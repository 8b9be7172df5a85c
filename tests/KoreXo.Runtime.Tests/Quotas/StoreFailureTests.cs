namespace KoreXo.Runtime.Tests;

/// <summary>A store that throws or hangs fails a call that was not sent, but never loses the result of one that was.</summary>
public sealed class StoreFailureTests
{
    private static readonly OperationDescriptor Act = new(TestApi.Api, "act", HttpMethod.Post, "/things")
    {
        Scopes = [],
        RateLimit = new RateLimit("bot", Documented: true, [new RateWindow(2, 30)]),
    };

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(nameof(IQuotaStore.EndAsync), false)]
    [InlineData(nameof(IQuotaStore.EndAsync), true)]
    [InlineData(nameof(IQuotaStore.GetStateAsync), false)]
    [InlineData(nameof(IQuotaStore.GetStateAsync), true)]
    public async Task A_call_that_was_done_stays_done(string member, bool hangs)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var loggers = new RecordingLoggers();
        using var connection = Connect(handler, new FaultyStore(member, hangs, _clock), loggers);
        var details = new ResponseDetails();

        var end = await _clock.EndAsync(
            connection.SendAsync(new OperationRequest(Act, "/things"), new CallOptions { Details = details }, CancellationToken.None)
        );

        Assert.Null(end);
        Assert.Equal(member != nameof(IQuotaStore.GetStateAsync), details.RateLimit is not null);
        Assert.Contains(loggers.Entries, entry => entry.Id == 12 && entry.Text.Contains("FaultyStore", StringComparison.Ordinal));
        Assert.InRange(_clock.GetUtcNow() - new ManualClock().GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pause_that_cannot_be_noted_is_kept_by_the_call(bool hangs)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429, "{}", ("Retry-After", "20")), ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IQuotaStore.HoldAsync), hangs, _clock));

        var end = await _clock.EndAsync(connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None));

        Assert.Null(end);
        Assert.Equal(2, handler.Requests.Count);
        Assert.True(_clock.GetUtcNow() - new ManualClock().GetUtcNow() >= TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(nameof(IQuotaStore.TryTakeAsync), false)]
    [InlineData(nameof(IQuotaStore.TryTakeAsync), true)]
    public async Task A_permit_that_cannot_be_had_fails_the_call_before_it_is_sent(string member, bool hangs)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(member, hangs, _clock));

        var fault = Assert.IsType<KoreXoException>(
            await _clock.EndAsync(
                connection.SendAsync(new OperationRequest(Act, "/things"), new CallOptions { MaxRetries = 0 }, CancellationToken.None)
            )
        );

        Assert.Equal((0, true, false), (fault.Attempts, fault.IsTransient, fault.MayHaveBeenApplied));
        Assert.Contains(hangs ? "FaultyStore did not respond in time" : "FaultyStore threw InvalidTimeZoneException", fault.Message);
        Assert.IsType(hangs ? typeof(TimeoutException) : typeof(InvalidTimeZoneException), fault.InnerException);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_store_that_recovers_is_asked_again()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IQuotaStore.TryTakeAsync), hangs: false, _clock, times: 2));
        Assert.Null(await _clock.EndAsync(connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None)));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_store_that_hangs_does_not_hold_back_who_cancels()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IQuotaStore.TryTakeAsync), hangs: true, _clock));
        using var cancel = new CancellationTokenSource();
        var call = connection.SendAsync(new OperationRequest(Act, "/things"), null, cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    private ApiConnection Connect(ScriptedHandler handler, IQuotaStore store, RecordingLoggers? loggers = null) =>
        handler.Connect(_clock, options => (options.QuotaStore, options.LoggerFactory) = (store, loggers));
}
