namespace KoreXo.Runtime.Tests;

/// <summary>How long a call may wait for a permit by default, and what counts after it.</summary>
public sealed class PermitTests
{
    private static readonly RateLimitPartition Partition = new("s:443", "c", "bot", "b-1");

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(100, 160)]
    [InlineData(100, 160, 3600)]
    [InlineData(100, 110, 10)]
    [InlineData(100, 130, 10, 30)]
    [InlineData(100, 130, 30, 10, 61)]
    [InlineData(100, 160, 60, 3600)]
    [InlineData(20, 30, 10)]
    [InlineData(-1, 110, 10)]
    public void A_call_waits_by_default_for_the_longest_short_window_and_one_attempt(int attempt, int expected, params int[] windows)
    {
        var timeout = attempt < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(attempt);
        var wait = RateLimitWait.FromWindows([.. windows.Select(static seconds => new RateLimitWindow(1, seconds))], timeout, "");
        Assert.Equal(expected, wait.Left.TotalSeconds);
        wait.Spend(TimeSpan.FromSeconds(5));
        Assert.Equal(expected, wait.Left.TotalSeconds); // each wait has the whole limit
    }

    [Theory]
    [InlineData(60, 20, 40)]
    [InlineData(60, 70, 0)]
    [InlineData(60, -5, 60)]
    public void What_a_call_waited_is_taken_from_its_own_limit(int limit, int waited, int left)
    {
        var wait = RateLimitWait.FromLimit(TimeSpan.FromSeconds(limit), "");
        wait.Spend(TimeSpan.FromSeconds(waited));
        Assert.Equal(left, wait.Left.TotalSeconds);
    }

    [Fact]
    public void Who_may_wait_for_ever_may_do_so_after_any_wait()
    {
        var wait = RateLimitWait.FromLimit(Timeout.InfiniteTimeSpan, "");
        wait.Spend(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.MaxValue, wait.Left);
    }

    [Fact]
    public async Task A_bot_with_a_call_is_not_idle()
    {
        var limiter = Limiter(new RateLimitWindow(2, 60));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(2, limiter.GetIdleDuration().TotalHours);
        await limiter.AcquireAsync(RateLimitWait.FromLimit(TimeSpan.Zero, ""), TimeSpan.FromMinutes(1), default);
        Assert.Equal(0, limiter.GetIdleDuration().TotalHours);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, limiter.GetIdleDuration().TotalHours);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void What_is_counted_matters_until_the_last_call_has_left_the_window(int now, bool isIdle)
    {
        var count = new RollingCount();
        count.AddEnd(5);
        Assert.Equal(isIdle, count.IsIdle(now, longest: 10));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void What_is_counted_matters_until_a_pause_ends(int now, bool isIdle)
    {
        var count = new RollingCount();
        count.Pause(30);
        Assert.Equal(isIdle, count.IsIdle(now, longest: 10));
    }

    private QuotaLimiter Limiter(RateLimitWindow window) =>
        new(
            Partition,
            [window],
            RateLimitWait.FromLimit(TimeSpan.Zero, ""),
            new StoreAccess(new MemoryRateLimitStore(_clock), Partition, RateLimitStoreFailure.FailClosed, _clock, logger: null),
            _clock
        );
}
