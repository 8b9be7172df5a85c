namespace KoreXo.Runtime.Tests;

/// <summary>A store that throws or hangs fails a call that was not sent, but never loses the result of one that was.</summary>
public sealed class StoreFailureTests
{
    private static readonly OperationDescriptor Act = new(TestApi.Api, "act", HttpMethod.Post, "/things")
    {
        Scopes = [],
        RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(2, 30)]),
    };

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(nameof(IRateLimitStore.ReleaseAsync), false)]
    [InlineData(nameof(IRateLimitStore.ReleaseAsync), true)]
    [InlineData(nameof(IRateLimitStore.GetStateAsync), false)]
    [InlineData(nameof(IRateLimitStore.GetStateAsync), true)]
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
        Assert.Equal(member != nameof(IRateLimitStore.GetStateAsync), details.RateLimit is not null);
        Assert.Contains(loggers.Entries, entry => entry.Id == 12 && entry.Text.Contains("FaultyStore", StringComparison.Ordinal));
        Assert.Contains(
            loggers.Entries,
            entry => entry.Text.Contains(hangs ? nameof(TimeoutException) : nameof(InvalidTimeZoneException), StringComparison.Ordinal)
        );
        Assert.InRange(_clock.GetUtcNow() - new ManualClock().GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pause_that_cannot_be_noted_is_kept_by_the_call(bool hangs)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429, "{}", ("Retry-After", "20")), ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IRateLimitStore.PauseAsync), hangs, _clock));

        var end = await _clock.EndAsync(connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None));

        Assert.Null(end);
        Assert.Equal(2, handler.Requests.Count);
        Assert.True(_clock.GetUtcNow() - new ManualClock().GetUtcNow() >= TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(nameof(IRateLimitStore.TryAcquireAsync), false)]
    [InlineData(nameof(IRateLimitStore.TryAcquireAsync), true)]
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
        var failure = Assert.IsType<RateLimitStoreException>(fault.InnerException);
        Assert.IsType(hangs ? typeof(TimeoutException) : typeof(InvalidTimeZoneException), failure.InnerException);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_store_that_recovers_is_asked_again()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: false, _clock, times: 2));
        Assert.Null(await _clock.EndAsync(connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None)));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(false, 30, 40)]
    [InlineData(true, 30, 45)]
    public async Task Calls_wait_for_a_store_that_is_down_and_fail_together_when_it_stays_down(bool hangs, int least, int most)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs, _clock));

        var calls = Enumerable
            .Range(0, 40)
            .Select(_ => connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None))
            .ToList();
        await _clock.EndAsync(Task.WhenAll(calls));

        Assert.All(calls, call => Assert.IsType<RateLimitStoreException>(call.Exception!.InnerException!.InnerException));
        Assert.InRange((_clock.GetUtcNow() - new ManualClock().GetUtcNow()).TotalSeconds, least, most);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_that_wait_less_than_the_store_is_down_name_the_store_and_not_the_limit(bool hangs)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs, _clock));
        var options = new CallOptions { MaxRateLimitWait = TimeSpan.FromSeconds(12), MaxRetries = 0 };

        var calls = Enumerable
            .Range(0, 10)
            .Select(_ => connection.SendAsync(new OperationRequest(Act, "/things"), options, CancellationToken.None))
            .ToList();

        foreach (var call in calls)
        {
            var fault = Assert.IsType<KoreXoException>(await _clock.EndAsync(call));
            Assert.IsType<RateLimitStoreException>(fault.InnerException);
        }
    }

    [Fact]
    public async Task A_call_that_must_not_wait_does_not_wait_for_the_store()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: false, _clock));
        var options = new CallOptions { MaxRateLimitWait = TimeSpan.Zero };

        var call = connection.SendAsync(new OperationRequest(Act, "/things"), options, CancellationToken.None);

        Assert.IsType<RateLimitStoreException>((await Assert.ThrowsAsync<KoreXoException>(() => call)).InnerException);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failing_open_sends_calls_which_this_process_counts(bool hangs)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(
            handler,
            new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs, _clock),
            failure: RateLimitStoreFailure.FailOpen
        );

        var calls = Enumerable
            .Range(0, 3)
            .Select(_ => connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None))
            .ToList();

        Assert.Null(await _clock.EndAsync(Task.WhenAll(calls)));
        Assert.InRange((_clock.GetUtcNow() - new ManualClock().GetUtcNow()).TotalSeconds, 30, 41);
    }

    [Fact]
    public async Task A_permit_that_was_acquired_although_the_store_failed_is_used()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var store = new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: false, _clock, times: 1) { IsLate = true };
        using var connection = Connect(handler, store);
        var details = new ResponseDetails();

        var call = connection.SendAsync(
            new OperationRequest(Act, "/things"),
            new CallOptions { Details = details },
            CancellationToken.None
        );

        Assert.Null(await _clock.EndAsync(call));
        Assert.Equal((2, 1), (store.Asked, details.RateLimit!.Windows[0].Remaining));
    }

    [Fact]
    public async Task A_permit_that_nobody_waits_for_is_released_unused()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var store = new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: true, _clock) { IsLate = true };
        using var connection = Connect(handler, store);
        using var cancel = new CancellationTokenSource();
        var call = connection.SendAsync(new OperationRequest(Act, "/things"), null, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        await WaitUntilAsync(() => store.Released.Count > 0);

        Assert.Equal([KeyValuePair.Create(store.Permit!.Id, false)], store.Released);
    }

    [Fact]
    public async Task A_release_that_failed_is_made_up_for()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var store = new FaultyStore(nameof(IRateLimitStore.ReleaseAsync), hangs: false, _clock, times: 2);
        using var connection = Connect(handler, store);
        await connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None);

        await WaitUntilAsync(() => store.Released.Count > 0);

        Assert.Equal([KeyValuePair.Create(store.Permit!.Id, true)], store.Released);
        Assert.Equal((3, 0), (store.Releases, _clock.Waiting)); // and that is all
    }

    [Fact]
    public async Task A_permit_that_a_failing_store_granted_is_released_as_used_by_the_call_that_was_sent_without()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var store = new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: false, _clock) { IsLate = true };
        using var connection = Connect(handler, store, failure: RateLimitStoreFailure.FailOpen);
        await connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None);

        await WaitUntilAsync(() => store.Released.Count > 0);

        Assert.Equal([KeyValuePair.Create(store.Permit!.Id, true)], store.Released);
    }

    [Fact]
    public async Task A_permit_expires_a_little_after_its_attempt_would()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = Connect(handler, store);

        await connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None);
        var usual = store.Permit!.Lifetime;
        var options = new CallOptions { AttemptTimeout = TimeSpan.FromSeconds(7) };
        await connection.SendAsync(new OperationRequest(Act, "/things"), options, CancellationToken.None);

        Assert.Equal((105, 12), (usual.TotalSeconds, store.Permit.Lifetime.TotalSeconds));
    }

    [Fact]
    public async Task A_call_that_waits_goes_on_when_the_store_notifies_it()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var store = new FaultyStore("", hangs: false, _clock);
        using var connection = Connect(handler, store);
        await connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None);
        var other = new RateLimitPermit(store.Permit!.Partition, store.Permit.Windows, TimeSpan.FromMinutes(1));
        await store.TryAcquireAsync(other, CancellationToken.None);
        var waiting = connection.SendAsync(new OperationRequest(Act, "/things"), null, CancellationToken.None);
        while (_clock.Waiting == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        await store.GiveBackAsync(other);

        await waiting; // the clock stands still
    }

    [Fact]
    public async Task A_store_that_hangs_does_not_hold_back_who_cancels()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = Connect(handler, new FaultyStore(nameof(IRateLimitStore.TryAcquireAsync), hangs: true, _clock));
        using var cancel = new CancellationTokenSource();
        var call = connection.SendAsync(new OperationRequest(Act, "/things"), null, cancel.Token);
        await cancel.CancelAsync();
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    private async Task WaitUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            if (_clock.ToNext is { } next)
            {
                _clock.Advance(next);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    private ApiConnection Connect(
        ScriptedHandler handler,
        IRateLimitStore store,
        RecordingLoggers? loggers = null,
        RateLimitStoreFailure failure = RateLimitStoreFailure.FailClosed
    ) =>
        handler.Connect(
            _clock,
            options => (options.RateLimitStore, options.LoggerFactory, options.RateLimitStoreFailure) = (store, loggers, failure)
        );
}
