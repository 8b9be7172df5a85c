namespace KoreXo.Runtime.Tests;

public sealed class TimeLimitTests
{
    [Fact]
    public async Task An_attempt_that_takes_too_long_names_its_limit_and_setting()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Never());
        using var connection = handler.Connect(
            clock,
            options => (options.AttemptTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(7), 0)
        );
        var fault = Assert.IsType<KoreXoTimeoutException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None))
        );
        Assert.Equal(
            (TimeSpan.FromSeconds(7), "KoreXoClientOptions.AttemptTimeout", true, true),
            (fault.Limit, fault.Setting, fault.IsTransient, fault.MayHaveBeenApplied)
        );
        Assert.Contains("within 00:00:07 (KoreXoClientOptions.AttemptTimeout)", fault.Message);
        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    [Fact]
    public async Task The_call_may_have_limits_of_its_own()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Never());
        using var connection = handler.Connect(clock);
        var begun = clock.GetUtcNow();
        var options = new CallOptions { AttemptTimeout = TimeSpan.FromSeconds(3), MaxRetries = 1 };
        var fault = Assert.IsType<KoreXoTimeoutException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), options, CancellationToken.None))
        );
        Assert.Equal((2, "CallOptions.AttemptTimeout"), (fault.Attempts, fault.Setting));
        Assert.InRange((clock.GetUtcNow() - begun).TotalSeconds, 6.6, 7);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_attempts_together_have_a_limit_which_ends_a_delay_too(bool inDelay)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(
            inDelay ? ScriptedHandler.Status(500) : ScriptedHandler.After(TimeSpan.FromSeconds(9), clock)
        );
        using var connection = handler.Connect(
            clock,
            options =>
                (options.AttemptTimeout, options.TotalTimeout, options.MaxRetries) = (
                    TimeSpan.FromSeconds(inDelay ? 100 : 3),
                    TimeSpan.FromSeconds(8),
                    10
                )
        );
        var begun = clock.GetUtcNow();

        var fault = Assert.IsType<KoreXoTimeoutException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None))
        );

        Assert.Equal((TimeSpan.FromSeconds(8), "KoreXoClientOptions.TotalTimeout"), (fault.Limit, fault.Setting));
        Assert.Equal(8, (clock.GetUtcNow() - begun).TotalSeconds, precision: 3);
        Assert.True(fault.MayHaveBeenApplied);
        Assert.NotEmpty(fault.EarlierFailures);
    }

    [Fact]
    public async Task Time_that_the_server_asks_for_is_not_the_calls()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(503, headers: ("Retry-After", "40")),
            ScriptedHandler.After(TimeSpan.FromSeconds(4), clock)
        );
        using var connection = handler.Connect(clock, options => options.TotalTimeout = TimeSpan.FromSeconds(5));
        Assert.Null(await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None)));
    }

    [Fact]
    public async Task After_such_a_wait_the_rest_of_the_time_goes_on()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(
            async (request, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(3), clock, cancellationToken);
                return await ScriptedHandler.Status(503, headers: ("Retry-After", "40"))(request, cancellationToken);
            },
            ScriptedHandler.Never()
        );
        using var connection = handler.Connect(clock, options => options.TotalTimeout = TimeSpan.FromSeconds(5));
        var begun = clock.GetUtcNow();
        var fault = Assert.IsType<KoreXoTimeoutException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None))
        );
        Assert.Equal("KoreXoClientOptions.TotalTimeout", fault.Setting);
        Assert.InRange((clock.GetUtcNow() - begun).TotalSeconds, 45, 49.1);
    }

    [Fact]
    public async Task An_upload_takes_as_long_as_it_takes_where_silence_is_allowed()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.After(TimeSpan.FromHours(5), clock));
        using var connection = handler.Connect(clock, static options => options.IdleTimeout = Timeout.InfiniteTimeSpan);
        var form = new MultipartBody();
        form.AddText("a", "b");
        Assert.Null(await clock.EndAsync(connection.SendAsync(TestApi.Request() with { Body = form }, null, CancellationToken.None)));
    }
}
