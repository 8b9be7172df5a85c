using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

/// <summary>A permit from a window that has capacity for every recorded call and one more.</summary>
public sealed class SparePermitTests
{
    private static readonly RateLimitPartition Bot = new("s:443", "c", "bot", "b-1");
    private static readonly RateLimitWindow[] Minute = [new(3, 60)];

    private readonly CountingClock _clock = new();
    private readonly MemoryRateLimitStore _store;
    private readonly MemoryPermits _permits;

    public SparePermitTests()
    {
        _store = new MemoryRateLimitStore(_clock);
        _permits = new MemoryPermits(_store, Bot);
        Call();
    }

    [Fact]
    public void No_clock_is_read()
    {
        _clock.Reads = 0;
        Assert.True(_permits.TryTake(Minute).IsAcquired);
        Assert.Equal(0, _clock.Reads);
    }

    [Fact]
    public void The_last_one_is_granted_and_none_after_it()
    {
        Call();
        Call();
        Assert.False(_permits.TryTake(Minute).IsAcquired);
    }

    [Fact]
    public void Calls_under_way_count()
    {
        Assert.True(_permits.TryTake(Minute).IsAcquired);
        Assert.True(_permits.TryTake(Minute).IsAcquired);
        Assert.False(_permits.TryTake(Minute).IsAcquired);
    }

    [Fact]
    public void Calls_that_have_left_the_window_do_not_count()
    {
        Call();
        Call();
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True(_permits.TryTake(Minute).IsAcquired);
    }

    [Fact]
    public async Task None_is_granted_during_a_pause()
    {
        await _store.PauseAsync(Bot, TimeSpan.FromSeconds(30), CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(30), _permits.TryTake(Minute).RetryAfter);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(_permits.TryTake(Minute).IsAcquired);
    }

    [Fact]
    public async Task A_pause_that_is_over_costs_nothing()
    {
        await _store.PauseAsync(Bot, TimeSpan.FromSeconds(30), CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Call();
        _clock.Reads = 0;
        Assert.True(_permits.TryTake(Minute).IsAcquired);
        Assert.Equal(0, _clock.Reads);
    }

    [Fact]
    public void A_longer_window_remembers_what_a_shorter_one_has_recorded()
    {
        RateLimitWindow[] hour = [new(3, 3600)];
        Call();
        Call(hour);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromMinutes(50), _permits.TryTake(hour).RetryAfter);
    }

    [Fact]
    public void The_fullest_window_decides()
    {
        Call();
        Assert.False(_permits.TryTake([new(100, 60), new(2, 60), new(100, 10)]).IsAcquired);
    }

    [Fact]
    public async Task A_partition_that_was_forgotten_is_found_again()
    {
        _clock.Advance(TimeSpan.FromHours(2));
        await _store.PauseAsync(new RateLimitPartition("s:443", "c", "bot", "b-2"), TimeSpan.Zero, CancellationToken.None);
        Call();
        Call();
        Call();
        Assert.Equal(0, (await _store.GetStateAsync(Bot, Minute, CancellationToken.None)).Windows[0].Remaining);
    }

    private void Call(RateLimitWindow[]? windows = null)
    {
        Assert.True(_permits.TryTake(windows ?? Minute).IsAcquired);
        _permits.Release();
    }

    private sealed class CountingClock : FakeTimeProvider
    {
        public int Reads { get; set; }

        public override long GetTimestamp()
        {
            Reads++;
            return base.GetTimestamp();
        }
    }
}
