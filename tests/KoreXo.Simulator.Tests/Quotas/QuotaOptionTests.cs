using System.Net;

namespace KoreXo.Simulator.Tests.Quotas;

/// <summary>Rate limits can be raised, turned off, and kept on a clock that runs faster.</summary>
public sealed class QuotaOptionTests
{
    [Fact]
    public async Task Without_enforcement_requests_are_counted_and_served()
    {
        await using var scene = await Scene.StartAsync(options => options.EnforceRateLimits = false);

        await scene.InsertAsync(700);

        Assert.Equal(100, Assert.Single(scene.Platform.RateLimits).Refused);
    }

    [Fact]
    public async Task The_windows_of_an_account_take_the_place_of_the_documents()
    {
        await using var scene = await Scene.StartAsync(options =>
            options.RateLimits["table"] = [new RateLimitRule(2, TimeSpan.FromSeconds(5))]
        );

        await scene.InsertAsync(2);
        var refusal = (await scene.InsertAsync()).Refusal(HttpStatusCode.TooManyRequests);

        Assert.Contains("2 requests in 5 s", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_without_windows_has_no_limit()
    {
        await using var scene = await Scene.StartAsync(options => options.RateLimits["table"] = []);

        await scene.InsertAsync(700);

        Assert.Equal(0, Assert.Single(scene.Platform.RateLimits).Refused);
    }

    [Fact]
    public async Task A_clock_of_the_quotas_own_lets_a_minute_pass_in_a_second()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.RateLimitClock = new AcceleratedTime(60, clock);
        });
        await scene.InsertAsync(600);
        (await scene.InsertAsync()).Refusal(HttpStatusCode.TooManyRequests);

        clock.Advance(TimeSpan.FromSeconds(1));

        (await scene.InsertAsync()).Success();
        Assert.Equal(clock.GetUtcNow(), scene.Platform.Requests[^1].ReceivedAt);
    }

    [Fact]
    public async Task A_request_that_is_suspended_while_it_is_counted_is_not_compared_with_later_ones()
    {
        using var clock = new SuspendingClock();
        await using var scene = await Scene.StartAsync(options =>
        {
            options.RateLimits["table"] = [new RateLimitRule(2, TimeSpan.FromSeconds(5))];
            options.RateLimitClock = clock;
        });
        var first = Task.Run(() => scene.InsertAsync());
        await clock.Suspended;

        clock.Now += TimeSpan.FromMinutes(1);
        var later = Task.Run(() => scene.InsertAsync(2));
        await Task.WhenAny(later, Task.Delay(TimeSpan.FromMilliseconds(300)));
        clock.Resume();

        (await first).Success();
        await later;
        Assert.Equal(0, Assert.Single(scene.Platform.RateLimits).Refused);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -5)]
    public async Task A_window_without_calls_or_length_is_refused_at_the_start(int calls, int seconds)
    {
        var options = new XoSimulatorOptions { RateLimits = { ["bot"] = [new RateLimitRule(calls, TimeSpan.FromSeconds(seconds))] } };

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => XoSimulator.StartAsync(options));

        Assert.Contains("'bot'", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>A clock whose first reader is suspended after it has read the time.</summary>
    private sealed class SuspendingClock : TimeProvider, IDisposable
    {
        private readonly TaskCompletionSource _suspended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _resumed = new();

        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public Task Suspended => _suspended.Task;

        public void Resume() => _resumed.Set();

        public override DateTimeOffset GetUtcNow()
        {
            var now = Now;
            if (_suspended.TrySetResult())
            {
                _resumed.Wait();
            }

            return now;
        }

        public void Dispose() => _resumed.Dispose();
    }

    private sealed class Scene : IAsyncDisposable
    {
        private TestCaller _caller = null!;

        public XoSimulator Platform { get; private set; } = null!;

        public static async Task<Scene> StartAsync(Action<XoSimulatorOptions> configure)
        {
            var options = new XoSimulatorOptions { TimeProvider = new ManualClock() };
            configure(options);
            var scene = new Scene { Platform = await XoSimulator.StartAsync(options) };
            scene.Platform.AddTable("T");
            scene._caller = new TestCaller(
                scene.Platform,
                scene.Platform.AddAppWithAllScopes(AppKind.Data),
                scene.Platform.CreateHandler()
            );
            return scene;
        }

        public Task<TestCaller.Reply> InsertAsync() => _caller.PostAsync("/api/public/tables/T", """{"data":{"n":1}}""");

        public async Task InsertAsync(int count)
        {
            for (var number = 0; number < count; number++)
            {
                (await InsertAsync()).Success();
            }
        }

        public ValueTask DisposeAsync()
        {
            _caller.Dispose();
            return Platform.DisposeAsync();
        }
    }
}
