using Polly;

namespace KoreXo.Runtime.Tests;

/// <summary>The first attempt of a call is sent outside of the pipeline; nobody may notice.</summary>
public sealed class FirstAttemptTests
{
    private static readonly OperationDescriptor Limited = new(TestApi.Api, "getThing", HttpMethod.Get, "/things/{thingId}")
    {
        Idempotent = true,
        Scopes = [],
        RateLimit = new RateLimit("bot", Documented: true, [new RateLimitWindow(5, 60)]),
    };

    [Fact]
    public async Task Every_attempt_takes_one_permit()
    {
        var clock = new ManualClock();
        var details = new ResponseDetails();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500), ScriptedHandler.Reset(), ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock);

        var fault = await clock.EndAsync(
            connection.SendAsync(TestApi.Request(Limited), new CallOptions { Details = details }, CancellationToken.None)
        );

        Assert.Null(fault);
        Assert.Equal((3, 2), (details.Attempts, details.RateLimit!.Windows[0].Remaining));
    }

    [Fact]
    public async Task A_retry_waits_for_a_permit_that_the_first_attempt_took()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500), ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock, static options => options.RateLimits["bot"] = [new RateLimitWindow(1, 60)]);
        var begun = clock.GetUtcNow();

        Assert.Null(await clock.EndAsync(connection.SendAsync(TestApi.Request(Limited), null, CancellationToken.None)));

        Assert.Equal(60, (clock.GetUtcNow() - begun).TotalSeconds, precision: 0);
    }

    [Fact]
    public async Task Strategies_of_the_user_see_the_first_attempt_too()
    {
        var seen = 0;
        using var handler = new ScriptedHandler(ScriptedHandler.Status(404));
        using var connection = handler.Connect(configure: options =>
            options.ConfigureResilience = (builder, own) => builder.AddPipeline(own).AddStrategy(_ => new Counter(() => seen++))
        );

        await Assert.ThrowsAsync<KoreXoNotFoundException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));

        Assert.Equal(1, seen);
    }

    private sealed class Counter(Action count) : ResilienceStrategy
    {
        protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
            ResilienceContext context,
            TState state
        )
        {
            count();
            return callback(context, state);
        }
    }
}
