namespace KoreXo.Runtime.Tests;

/// <summary>Waits at the edge of what a call may wait, and of what a timer can.</summary>
public sealed class LongWaitTests
{
    private static readonly OperationDescriptor Limited = Act(new RateLimit("bot", Documented: true, [new RateLimitWindow(9, 60)]));

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(429, "60", true)]
    [InlineData(429, null, true)]
    [InlineData(503, "60", false)]
    public async Task A_wait_that_is_just_as_long_as_the_call_may_wait_is_waited(int status, string? asked, bool isLimited)
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(status, "{}", asked is null ? [] : [("Retry-After", asked)]),
            ScriptedHandler.Status(200)
        );
        using var connection = handler.Connect(_clock, static options => options.MaxRateLimitWait = TimeSpan.FromSeconds(60));
        Assert.Null(await _clock.EndAsync(SendAsync(connection, isLimited ? Limited : Act(null))));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_asks_for_all_the_time_a_timer_can_hold_is_waited_for_no_longer()
    {
        using var handler = new ScriptedHandler(
            ScriptedHandler.Status(503, "{}", ("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")),
            ScriptedHandler.Status(200)
        );
        using var connection = handler.Connect(_clock, static options => options.MaxRateLimitWait = Timeout.InfiniteTimeSpan);
        var begun = _clock.GetUtcNow();
        Assert.Null(await _clock.EndAsync(SendAsync(connection, Act(null))));
        Assert.Equal(49, (_clock.GetUtcNow() - begun).TotalDays);
    }

    [Fact]
    public async Task A_store_that_has_no_capacity_for_ever_ends_the_call_as_rate_limited()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(
            _clock,
            static options =>
            {
                options.RateLimitStore = new ScriptedStore
                {
                    Acquisition = static () => RateLimitAcquisition.CreateRejected(TimeSpan.MaxValue),
                };
                options.MaxRateLimitWait = TimeSpan.Zero;
            }
        );
        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() => SendAsync(connection, Limited));
        Assert.Equal(TimeSpan.MaxValue, fault.RetryAfter);
    }

    private static OperationDescriptor Act(RateLimit? limit) =>
        new(TestApi.Api, "act", HttpMethod.Get, "/things")
        {
            Idempotent = true,
            Scopes = [],
            RateLimit = limit,
        };

    private static Task SendAsync(ApiConnection connection, OperationDescriptor operation) =>
        connection.SendAsync(new OperationRequest(operation, "/things"), null, CancellationToken.None);
}
