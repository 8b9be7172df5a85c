using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace KoreXo.Runtime.Tests;

public sealed class UserStrategyTests
{
    [Fact]
    public async Task A_breaker_within_sees_every_attempt_and_what_it_refuses_is_named()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500));
        using var connection = handler.Connect(
            clock,
            options =>
                options.ConfigureResilience = static (builder, own) =>
                    builder
                        .AddPipeline(own)
                        .AddCircuitBreaker(
                            new CircuitBreakerStrategyOptions
                            {
                                MinimumThroughput = 2,
                                BreakDuration = TimeSpan.FromMinutes(1),
                                ShouldHandle = static attempt => new(attempt.Outcome.Exception is KoreXoException { IsTransient: true }),
                            }
                        )
        );

        var first = Assert.IsType<KoreXoException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None))
        );

        Assert.Equal((2, true, true), (handler.Requests.Count, first.IsTransient, first.MayHaveBeenApplied));
        Assert.IsType<BrokenCircuitException>(first.InnerException);
        Assert.Equal(2, first.EarlierFailures.Count);
        var second = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Equal((0, false), (second.Attempts, second.MayHaveBeenApplied));
        Assert.Contains("KoreXoClientOptions.ConfigureResilience", second.Message);
    }

    [Fact]
    public async Task A_timeout_around_the_whole_is_told_from_ours_and_from_cancelling()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Never());
        using var connection = handler.Connect(
            clock,
            options => options.ConfigureResilience = static (builder, own) => builder.AddTimeout(TimeSpan.FromSeconds(2)).AddPipeline(own)
        );
        var fault = Assert.IsType<KoreXoTimeoutException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None))
        );
        Assert.Equal(
            (TimeSpan.FromSeconds(2), "KoreXoClientOptions.ConfigureResilience", true),
            (fault.Limit, fault.Setting, fault.MayHaveBeenApplied)
        );
        Assert.IsType<TimeoutRejectedException>(fault.InnerException);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("only a timeout")]
    [InlineData("only a breaker")]
    public void A_pipeline_without_ours_fails_the_construction(string built)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var fault = Assert.Throws<ArgumentException>(() =>
            handler.Connect(configure: options =>
                options.ConfigureResilience = built switch
                {
                    "nothing" => static (builder, _) => builder.Name = "empty",
                    "only a timeout" => static (builder, _) => builder.AddTimeout(TimeSpan.FromSeconds(2)),
                    _ => static (builder, _) => builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions()),
                }
            )
        );
        Assert.Contains("ConfigureResilience must add the client's own pipeline with builder.AddPipeline(own)", fault.Message);
    }

    [Fact]
    public async Task A_pipeline_that_cannot_be_seen_through_fails_the_first_call_if_ours_is_not_in_it()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var slow = handler.Connect(configure: options =>
            options.ConfigureResilience = static (builder, own) => builder.AddStrategy(static _ => new Slow()).AddPipeline(own)
        );
        using var without = handler.Connect(configure: options =>
            options.ConfigureResilience = static (builder, _) => builder.AddStrategy(static _ => new Slow())
        );
        await slow.SendAsync(TestApi.Request(), null, CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => without.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task What_a_strategy_throws_is_its_own()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(configure: options =>
            options.ConfigureResilience = static (builder, own) => builder.AddPipeline(own).AddStrategy(static _ => new Thrower())
        );
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
    }

    [Fact]
    public async Task A_strategy_around_ours_may_throw_whenever_it_likes()
    {
        using var log = new RecordingLoggers();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(configure: options =>
        {
            options.LoggerFactory = log;
            options.ConfigureResilience = static (builder, own) => builder.AddStrategy(static _ => new Thrower()).AddPipeline(own);
        });
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Contains("InvalidTimeZoneException", Assert.Single(log.Entries).Text);
    }

    [Fact]
    public async Task A_strategy_that_loses_the_response_is_named()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(configure: options =>
            options.ConfigureResilience = static (builder, own) => builder.AddStrategy(static _ => new Loser()).AddPipeline(own)
        );
        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.True(fault.MayHaveBeenApplied);
        Assert.EndsWith(
            "ConfigureResilience returned neither a response nor an exception.",
            fault.InnerException!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_looks_through_a_slow_pipeline_does_not_leave_it_waiting()
    {
        var stuck = new Stuck();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(configure: options =>
            options.ConfigureResilience = (builder, own) => builder.AddStrategy(_ => stuck).AddPipeline(own)
        );
        Assert.True(stuck.IsCancelled);
    }

    [Fact]
    public void The_pipeline_that_a_user_builds_on_has_the_name_of_the_client_and_its_clock()
    {
        var clock = new ManualClock();
        (string?, TimeProvider?) seen = default;
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(
            clock,
            options =>
                options.ConfigureResilience = (builder, own) =>
                {
                    seen = (builder.Name, builder.TimeProvider);
                    builder.AddPipeline(own);
                }
        );
        Assert.Equal(("KoreXo", clock), seen);
    }

    private sealed class Stuck : ResilienceStrategy
    {
        public bool IsCancelled { get; private set; }

        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
            ResilienceContext context,
            TState state
        )
        {
            var end = new TaskCompletionSource();
            using var registration = context.CancellationToken.Register(() =>
            {
                IsCancelled = true;
                end.SetResult();
            });
            await end.Task;
            return await callback(context, state);
        }
    }

    private sealed class Slow : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
            ResilienceContext context,
            TState state
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, context.CancellationToken);
            return await callback(context, state);
        }
    }

    private sealed class Loser : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
            ResilienceContext context,
            TState state
        )
        {
            await callback(context, state);
            return Outcome.FromResult<TResult>(default);
        }
    }

    private sealed class Thrower : ResilienceStrategy
    {
        protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
            ResilienceContext context,
            TState state
        ) => throw new InvalidTimeZoneException("mine");
    }
}
