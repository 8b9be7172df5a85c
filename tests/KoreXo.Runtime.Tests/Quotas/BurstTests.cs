namespace KoreXo.Runtime.Tests;

/// <summary>Many concurrent calls, as from a web application or an export.</summary>
public sealed class BurstTests
{
    private static readonly RateLimitWindow[] Platform = [new RateLimitWindow(60, 60), new RateLimitWindow(1800, 3600)];

    [Theory]
    [InlineData(61)]
    [InlineData(100)]
    [InlineData(300)]
    [InlineData(1000)]
    public async Task A_burst_ends_with_every_call_done_on_default_options(int calls)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock);
        var begun = clock.GetUtcNow();

        var burst = Send(connection, calls);
        await PassAsync(clock, handler, burst);

        Assert.All(burst, call => Assert.Null(call.Exception));
        Assert.Equal(calls, handler.Requests.Count);
        Assert.Equal((calls - 1) / 60, (clock.GetUtcNow() - begun).TotalMinutes, tolerance: 0.1);
    }

    [Fact]
    public async Task A_burst_of_calls_that_take_nearly_all_of_their_time_ends_too()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.After(TimeSpan.FromSeconds(95), clock));
        using var connection = handler.Connect(clock, options => options.RateLimits["bot"] = [new RateLimitWindow(6, 60)]);

        var burst = Send(connection, 13);
        await clock.PassAsync(Task.WhenAll(burst));

        Assert.All(burst, call => Assert.Null(call.Exception));
    }

    [Fact]
    public async Task A_burst_of_real_calls_in_real_time_ends_with_every_call_done()
    {
        await using var server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
                await LoopbackServer.WriteAsync(context, "{}");
            }
        );
        using var connection = server.Connect(options =>
            options.RateLimits["bot"] = [new RateLimitWindow(30, 1), new RateLimitWindow(1800, 3600)]
        );

        await Task.WhenAll(Send(connection, 100));

        Assert.Equal(100, server.Requests.Count);
    }

    [Fact]
    public async Task What_exceeds_the_hour_fails_at_once_and_says_when_to_retry()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock);

        var burst = Send(connection, 1810);

        await Task.WhenAny(burst[^1]);
        var beyond = burst
            .Where(call => call.IsFaulted)
            .Select(call => Assert.IsType<KoreXoRateLimitException>(call.Exception!.InnerException))
            .ToList();
        Assert.Equal(10, beyond.Count);
        Assert.All(beyond, fault => Assert.InRange(fault.RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61)));
        Assert.Equal(
            "POST /things: not sent: the rate limit 'bot' (60 calls in 60 s, 1800 calls in 3600 s) has no capacity for another 01:00:00, longer than the call may wait (KoreXoClientOptions.MaxRateLimitWait). Retry after that time",
            beyond[0].Message
        );
        await PassAsync(clock, handler, burst);
        Assert.Equal(1800, handler.Requests.Count);
    }

    [Fact]
    public async Task An_hour_that_is_used_up_is_waited_for_only_when_it_is_nearly_over()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(
            clock,
            options => options.RateLimits["bot"] = [new RateLimitWindow(5, 60), new RateLimitWindow(5, 3600)]
        );
        await Task.WhenAll(Send(connection, 5));
        clock.Advance(TimeSpan.FromMinutes(30));
        var early = Assert.Single(Send(connection, 1));
        Assert.Equal(TimeSpan.FromMinutes(30), (await Assert.ThrowsAsync<KoreXoRateLimitException>(() => early)).RetryAfter);

        clock.Advance(TimeSpan.FromMinutes(28));
        Assert.Null(await clock.EndAsync(Assert.Single(Send(connection, 1))));
    }

    [Fact]
    public async Task One_call_may_be_more_or_less_patient_than_its_client()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(
            clock,
            options => options.RateLimits["bot"] = [new RateLimitWindow(1, 60), new RateLimitWindow(2, 3600)]
        );
        using var strict = handler.Connect(
            clock,
            options => (options.MaxRateLimitWait, options.RateLimits["bot"]) = (TimeSpan.Zero, [new RateLimitWindow(1, 60)])
        );
        await Task.WhenAll(Send(connection, 1).Concat(Send(strict, 1)));

        var hasty = await Assert.ThrowsAsync<KoreXoRateLimitException>(() =>
            Send(connection, 1, new CallOptions { MaxRateLimitWait = TimeSpan.FromSeconds(2) })[0]
        );
        Assert.Contains("CallOptions.MaxRateLimitWait", hasty.Message);
        Assert.Null(await clock.EndAsync(Send(strict, 1, new CallOptions { MaxRateLimitWait = TimeSpan.FromMinutes(2) })[0]));
        Assert.Null(await clock.EndAsync(Send(connection, 1)[0]));
        Assert.Null(await clock.EndAsync(Send(connection, 1, new CallOptions { MaxRateLimitWait = Timeout.InfiniteTimeSpan })[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CallOptions { MaxRateLimitWait = TimeSpan.FromSeconds(-5) });
    }

    [Fact]
    public async Task A_wait_that_no_timer_can_hold_is_cut_to_the_longest_that_one_can()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(429, "{}", ("Retry-After", "8640000")), ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock, options => options.MaxRateLimitWait = Timeout.InfiniteTimeSpan);
        var begun = clock.GetUtcNow();

        Assert.Null(await clock.EndAsync(Task.WhenAll(Send(connection, 1))));

        Assert.InRange(clock.GetUtcNow() - begun, TimeSpan.FromDays(49), TimeSpan.FromDays(50));
    }

    /// <summary>
    /// Advances a clock from one minute's capacity to the next, once every call that was sent has ended: time must not run on to the
    /// timeout of an attempt that a slow machine has not reached yet.
    /// </summary>
    private static async Task PassAsync(ManualClock clock, ScriptedHandler handler, Task[] burst)
    {
        var all = Task.WhenAll(burst);
        while (!all.IsCompleted)
        {
            var ended = burst.Count(static call => call.IsCompleted && call.Exception?.InnerException is not KoreXoRateLimitException);
            if (handler.Requests.Count == ended && clock.ToNext is { } next && next <= TimeSpan.FromMinutes(1))
            {
                clock.Advance(next);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    private static Task[] Send(ApiConnection connection, int calls, CallOptions? options = null)
    {
        var operation = new OperationDescriptor(TestApi.Api, "limited", HttpMethod.Post, "/things")
        {
            Scopes = [],
            RateLimit = new RateLimit("bot", Documented: true, Platform),
        };
        return
        [
            .. Enumerable
                .Range(0, calls)
                .Select(_ =>
                    connection.SendAsync(new OperationRequest(operation, "/things") { RateKey = "b-1" }, options, CancellationToken.None)
                ),
        ];
    }
}
