namespace KoreXo.Simulator.Tests;

public sealed class AcceleratedTimeTests
{
    private readonly ManualClock _source = new();

    [Fact]
    public void It_begins_at_the_time_of_the_other_and_runs_ahead_of_it()
    {
        var begin = _source.GetUtcNow();
        var clock = new AcceleratedTime(60, _source);
        var timestamp = clock.GetTimestamp();
        Assert.Equal(begin, clock.GetUtcNow());

        _source.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(begin.AddMinutes(2), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(2), clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public async Task A_wait_on_it_is_as_much_shorter()
    {
        var clock = new AcceleratedTime(60, _source);
        var begin = clock.GetTimestamp();
        var wait = Task.Delay(TimeSpan.FromMinutes(1), clock, CancellationToken.None);

        _source.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(wait.IsCompleted);
        _source.Advance(TimeSpan.FromMilliseconds(1));

        await wait;
        Assert.Equal(TimeSpan.FromMinutes(1), clock.GetElapsedTime(begin));
    }

    [Fact]
    public void A_wait_that_does_not_divide_is_not_over_too_early()
    {
        var clock = new AcceleratedTime(7, _source);
        var begin = clock.GetTimestamp();
        var rung = false;
        using var timer = clock.CreateTimer(_ => rung = true, null, TimeSpan.FromMilliseconds(10), Timeout.InfiniteTimeSpan);

        _source.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(rung);
        _source.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(rung);
        Assert.InRange(clock.GetElapsedTime(begin), TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(17));
    }

    [Fact]
    public void An_endless_wait_stays_endless()
    {
        var clock = new AcceleratedTime(1000, _source);
        using var timer = clock.CreateTimer(_ => Assert.Fail("rang"), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _source.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, _source.Waiting);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_factor_that_is_no_pace_is_refused(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AcceleratedTime(factor, _source));
}
