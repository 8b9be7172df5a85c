namespace KoreXo.Runtime.Tests;

/// <summary>How long, and how often, calls try a store that fails.</summary>
public sealed class StorePatienceTests : IDisposable
{
    private static readonly OperationDescriptor Act = new(TestApi.Api, "act", HttpMethod.Post, "/things")
    {
        Scopes = [],
        RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(50, 30)]),
    };

    private readonly ManualClock _clock = new();
    private readonly ScriptedHandler _handler = new(ScriptedHandler.Status(200));

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task A_store_that_fails_is_asked_again_soon_and_then_once_a_second()
    {
        var asked = new List<double>();
        var store = new ScriptedStore
        {
            Acquisition = () =>
            {
                asked.Add(Math.Round(Passed().TotalMilliseconds));
                return asked.Count < 9 ? Down() : RateLimitAcquisition.Acquired;
            },
        };
        Assert.Null(await _clock.EndAsync(SendAsync(Connect(store))));
        Assert.Equal([0, 0, 100, 300, 700, 1500, 2500, 3500, 4500], asked);
    }

    [Fact]
    public async Task Calls_that_wait_for_a_store_that_stays_down_fail_together_without_each_asking_it()
    {
        var store = new ScriptedStore { Acquisition = Down };
        var connection = Connect(store);
        var calls = Enumerable.Range(0, 3).Select(_ => SendAsync(connection)).ToList();
        AssertStoreFailed(await _clock.EndAsync(calls[0]));
        var asked = store.Acquired.Count;
        AssertStoreFailed(await _clock.EndAsync(calls[1]));
        AssertStoreFailed(await _clock.EndAsync(calls[2]));
        Assert.Equal(asked, store.Acquired.Count);
        Assert.InRange(Passed().TotalSeconds, 30, 32);
    }

    [Fact]
    public async Task A_call_has_patience_with_a_store_that_fails_after_a_long_wait()
    {
        var asked = 0;
        var store = new ScriptedStore
        {
            Acquisition = () =>
                ++asked switch
                {
                    1 => RateLimitAcquisition.CreateRejected(TimeSpan.FromSeconds(60)),
                    2 => Down(),
                    _ => RateLimitAcquisition.Acquired,
                },
        };
        Assert.Null(await _clock.EndAsync(SendAsync(Connect(store))));
    }

    [Fact]
    public async Task A_call_has_patience_with_a_store_that_was_down_before_it()
    {
        var store = new ScriptedStore { Acquisition = () => Passed() < TimeSpan.FromSeconds(40) ? Down() : RateLimitAcquisition.Acquired };
        var connection = Connect(store);
        AssertStoreFailed(await _clock.EndAsync(SendAsync(connection)));
        Assert.Null(await _clock.EndAsync(SendAsync(connection)));
    }

    [Fact]
    public async Task A_call_that_may_wait_less_than_the_next_attempt_names_the_store_and_not_the_limit()
    {
        var call = new CallOptions { MaxRateLimitWait = TimeSpan.FromMilliseconds(250) };
        AssertStoreFailed(await _clock.EndAsync(SendAsync(Connect(new ScriptedStore { Acquisition = Down }), call)));
        Assert.InRange(Passed().TotalMilliseconds, 99, 250);
    }

    [Theory]
    [InlineData(false, "ScriptedStore threw InvalidTimeZoneException, see the inner exception")]
    [InlineData(true, "ScriptedStore did not respond in time")]
    public async Task What_the_store_did_is_in_the_message(bool hangs, string expected)
    {
        var store = new ScriptedStore { Acquisition = Down };
        if (hangs)
        {
            store.Before = static token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        }

        var call = new CallOptions { MaxRateLimitWait = TimeSpan.Zero };
        Assert.Contains(expected, (await _clock.EndAsync(SendAsync(Connect(store), call)))!.Message);
    }

    [Fact]
    public async Task A_store_that_rejects_without_a_wait_is_not_asked_without_a_pause()
    {
        var asked = 0;
        var store = new ScriptedStore
        {
            Acquisition = () => ++asked < 5 ? RateLimitAcquisition.CreateRejected(TimeSpan.Zero) : RateLimitAcquisition.Acquired,
        };
        Assert.Null(await _clock.EndAsync(SendAsync(Connect(store))));
        Assert.InRange(Passed().TotalMilliseconds, 3, 5);
    }

    [Fact]
    public async Task A_wait_of_months_looks_again_every_day()
    {
        var asked = 0;
        var store = new ScriptedStore
        {
            Acquisition = () => ++asked < 2 ? RateLimitAcquisition.CreateRejected(TimeSpan.FromDays(60)) : RateLimitAcquisition.Acquired,
        };
        var call = new CallOptions { MaxRateLimitWait = Timeout.InfiniteTimeSpan };
        Assert.Null(await _clock.EndAsync(SendAsync(Connect(store), call)));
        Assert.Equal(1, Passed().TotalDays);
    }

    [Fact]
    public async Task A_release_that_fails_is_tried_again_ever_less_often()
    {
        var released = new List<double>();
        var store = new ScriptedStore
        {
            Release = () =>
            {
                released.Add(Math.Round(Passed().TotalSeconds, 1));
                if (released.Count < 8)
                {
                    Down();
                }
            },
        };
        await SendAsync(Connect(store));
        for (var turn = 0; turn < 2000 && released.Count < 8; turn++)
        {
            if (_clock.ToNext is { } next)
            {
                _clock.Advance(next);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        Assert.Equal([0, 1, 3.1, 7.4, 16.1, 31.1, 46.1, 61.1], released);
    }

    private static RateLimitAcquisition Down() => throw new InvalidTimeZoneException("db down");

    private static void AssertStoreFailed(Exception? fault)
    {
        var failure = Assert.IsType<KoreXoException>(fault);
        Assert.IsType<RateLimitStoreException>(failure.InnerException);
        Assert.True(failure.IsTransient);
    }

    private static Task SendAsync(ApiConnection connection, CallOptions? call = null) =>
        connection.SendAsync(new OperationRequest(Act, "/things"), call, CancellationToken.None);

    private TimeSpan Passed() => _clock.GetUtcNow() - new ManualClock().GetUtcNow();

    private ApiConnection Connect(IRateLimitStore store) =>
        _handler.Connect(_clock, options => (options.RateLimitStore, options.MaxRetries) = (store, 0));
}
