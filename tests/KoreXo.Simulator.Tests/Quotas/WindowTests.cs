using KoreXo.Simulator.Quotas;

namespace KoreXo.Simulator.Tests.Quotas;

/// <summary>How requests are counted in windows that roll.</summary>
public sealed class WindowTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void The_longest_exhausted_window_is_returned_whatever_their_order()
    {
        var (minute, hour) = (new RateLimitRule(2, TimeSpan.FromMinutes(1)), new RateLimitRule(2, TimeSpan.FromHours(1)));

        foreach (var windows in new RateLimitRule[][] { [minute, hour], [hour, minute] })
        {
            var count = new QuotaCount(windows);
            Assert.Null(count.Count(_clock));
            Assert.Null(count.Count(_clock));
            Assert.Equal(hour, count.Count(_clock));
        }
    }

    [Theory]
    [InlineData(9_999, true)]
    [InlineData(10_000, false)]
    public void A_request_leaves_a_window_when_it_is_as_old_as_the_window_is_long(int milliseconds, bool isExhausted)
    {
        var count = new QuotaCount([new RateLimitRule(1, TimeSpan.FromSeconds(10))]);
        count.Count(_clock);

        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(isExhausted, count.Count(_clock) is not null);
    }

    [Fact]
    public void A_window_may_be_longer_than_the_calendar()
    {
        var count = new QuotaCount([new RateLimitRule(1, TimeSpan.MaxValue)]);

        Assert.Null(count.Count(_clock));
        Assert.NotNull(count.Count(_clock));
        Assert.Equal(1, Assert.Single(count.Snapshot("", "", "", _clock.GetUtcNow()).Windows).Used);
    }

    [Fact]
    public void A_snapshot_shows_no_more_than_a_window_allows_and_counts_all()
    {
        var count = new QuotaCount([new RateLimitRule(3, TimeSpan.FromMinutes(1)), new RateLimitRule(5, TimeSpan.FromHours(1))]);
        for (var request = 0; request < 8; request++)
        {
            count.Count(_clock);
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        var snapshot = count.Snapshot("app", "bot", "st-1", _clock.GetUtcNow());

        Assert.Equal((8, 5), (snapshot.Requests, snapshot.Refused));
        Assert.Equal([0, 5], snapshot.Windows.Select(window => window.Used));
    }

    [Fact]
    public void Without_windows_there_is_always_capacity()
    {
        var count = new QuotaCount([]);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Null(count.Count(_clock)));
        Assert.Equal(100, count.Snapshot("", "", "", _clock.GetUtcNow()).Requests);
    }

    [Fact]
    public void A_client_gets_through_after_a_pause_and_not_by_sending_on()
    {
        var count = new QuotaCount([new RateLimitRule(4, TimeSpan.FromSeconds(4))]);
        Assert.All(Enumerable.Range(0, 4), _ => Assert.Null(Next()));

        Assert.All(Enumerable.Range(0, 50), _ => Assert.NotNull(Next()));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(Next());

        RateLimitRule? Next()
        {
            _clock.Advance(TimeSpan.FromMilliseconds(500));
            return count.Count(_clock);
        }
    }
}
