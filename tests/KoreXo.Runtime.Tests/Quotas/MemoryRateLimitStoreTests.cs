using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

/// <summary>What a process remembers of its calls, and for how long.</summary>
public sealed class MemoryRateLimitStoreTests
{
    private static readonly RateLimitPartition Bot = new("s:443", "c", "bot", "b-1");
    private static readonly RateLimitWindow Hour = new(1, 3600);

    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryRateLimitStore _store;
    private readonly MemoryPermits _permits;

    public MemoryRateLimitStoreTests()
    {
        _store = new MemoryRateLimitStore(_clock);
        _permits = new MemoryPermits(_store, Bot);
    }

    [Fact]
    public async Task A_permit_that_is_asked_for_twice_counts_once()
    {
        var permit = Permit(Bot, new RateLimitWindow(2, 60));
        Assert.True((await _store.TryAcquireAsync(permit, CancellationToken.None)).IsAcquired);
        Assert.True((await _store.TryAcquireAsync(permit, CancellationToken.None)).IsAcquired);
        Assert.Equal(1, await RemainingAsync(new RateLimitWindow(2, 60)));
    }

    [Fact]
    public async Task A_permit_that_was_not_used_is_free_again_at_once()
    {
        var permit = Permit(Bot, Hour);
        await _store.TryAcquireAsync(permit, CancellationToken.None);
        await _store.ReleaseAsync(permit, isUsed: false, CancellationToken.None);
        Assert.Equal(1, await RemainingAsync(Hour));
        Assert.True((await _store.TryAcquireAsync(permit, CancellationToken.None)).IsAcquired);
    }

    [Fact]
    public async Task A_permit_that_is_released_twice_is_returned_once()
    {
        var (one, other) = (Permit(Bot, new RateLimitWindow(3, 60)), Permit(Bot, new RateLimitWindow(3, 60)));
        await _store.TryAcquireAsync(one, CancellationToken.None);
        await _store.TryAcquireAsync(other, CancellationToken.None);
        await _store.ReleaseAsync(one, isUsed: false, CancellationToken.None);
        await _store.ReleaseAsync(one, isUsed: false, CancellationToken.None);
        Assert.Equal(2, await RemainingAsync(new RateLimitWindow(3, 60)));
    }

    [Fact]
    public async Task A_call_that_was_sent_counts_although_its_permit_was_lost()
    {
        await _store.ReleaseAsync(Permit(Bot, Hour), isUsed: true, CancellationToken.None);
        Assert.Equal(0, await RemainingAsync(Hour));
    }

    [Fact]
    public async Task A_rejection_says_how_long_the_fullest_window_is_full()
    {
        var windows = new[] { new RateLimitWindow(1, 60), Hour, new RateLimitWindow(1, 10) };
        var permit = Permit(Bot, windows);
        await _store.TryAcquireAsync(permit, CancellationToken.None);
        await _store.ReleaseAsync(permit, isUsed: true, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(5));
        var rejected = await _store.TryAcquireAsync(Permit(Bot, windows), CancellationToken.None);
        Assert.Equal((false, TimeSpan.FromSeconds(3595)), (rejected.IsAcquired, rejected.RetryAfter));
    }

    [Fact]
    public async Task A_rejection_during_a_pause_says_when_it_ends()
    {
        await _store.PauseAsync(Bot, TimeSpan.FromSeconds(90), CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(30));
        var rejected = await _store.TryAcquireAsync(Permit(Bot, Hour), CancellationToken.None);
        Assert.Equal((false, TimeSpan.FromSeconds(60)), (rejected.IsAcquired, rejected.RetryAfter));
    }

    [Fact]
    public async Task A_call_under_way_is_remembered_however_long_it_takes()
    {
        await _store.TryAcquireAsync(Permit(Bot, Hour), CancellationToken.None);
        await PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(0, await RemainingAsync(Hour));
    }

    [Fact]
    public async Task A_call_is_remembered_until_it_has_left_the_longest_window()
    {
        _permits.TryTake([Hour]);
        _permits.Release();
        await PassAsync(TimeSpan.FromMinutes(59));
        await _store.EstimateAsync(Bot, [new RateLimitWindow(5, 60)], 0, CancellationToken.None); // must not make the store forget
        Assert.Equal(0, await RemainingAsync(Hour));
    }

    [Fact]
    public async Task A_pause_is_remembered_until_it_ends()
    {
        await _store.PauseAsync(Bot, TimeSpan.FromHours(2), CancellationToken.None);
        await PassAsync(TimeSpan.FromMinutes(119));
        Assert.False((await _store.TryAcquireAsync(Permit(Bot, Hour), CancellationToken.None)).IsAcquired);
    }

    [Fact]
    public async Task What_has_left_every_window_is_forgotten_within_two_minutes()
    {
        _permits.TryTake([Hour]);
        _permits.Release();
        await PassAsync(TimeSpan.FromMinutes(62));
        Assert.Equal(1, _store.Partitions); // the one that passes the time
    }

    [Fact]
    public async Task A_partition_is_found_again_after_it_was_forgotten()
    {
        _permits.TryTake([Hour]);
        _permits.Release();
        await PassAsync(TimeSpan.FromHours(2));
        Assert.True(_permits.TryTake([Hour]).IsAcquired);
        Assert.False(_permits.TryTake([Hour]).IsAcquired);
    }

    [Fact]
    public async Task Hundreds_of_calls_leave_a_window_in_the_order_in_which_they_ended()
    {
        var window = new RateLimitWindow(500, 100);
        for (var second = 0; second < 250; second++)
        {
            Assert.True(_permits.TryTake([window]).IsAcquired);
            _permits.Release();
            _clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(500 - Math.Min(second + 1, 99), await RemainingAsync(window));
        }
    }

    [Fact]
    public void A_call_costs_no_memory_once_it_has_left_the_window()
    {
        var windows = new[] { new RateLimitWindow(3, 1) };
        var allocated = 0L;
        for (var call = 0; call < 60_000; call++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(_permits.TryTake(windows).IsAcquired);
            _permits.Release();
            allocated += call < 1000 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(allocated, 0, 100_000);
    }

    [Fact]
    public async Task What_is_idle_is_looked_for_once_a_minute()
    {
        _permits.TryTake([new RateLimitWindow(1, 1)]);
        _permits.Release();
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, _store.Partitions);
        _permits.TryTake([new RateLimitWindow(1, 1)]);
        _permits.Release();
        _clock.Advance(TimeSpan.FromSeconds(59));
        await UseAnotherAsync();
        Assert.Equal(2, _store.Partitions);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await UseAnotherAsync();
        Assert.Equal(1, _store.Partitions);
    }

    [Fact]
    public async Task A_partition_is_free_for_other_threads_after_each_use()
    {
        var permit = Permit(Bot, Hour);
        var uses = new Func<ValueTask>[]
        {
            async () => await _store.TryAcquireAsync(permit, CancellationToken.None),
            () => _store.ReleaseAsync(permit, isUsed: false, CancellationToken.None),
            () => _store.PauseAsync(Bot, TimeSpan.Zero, CancellationToken.None),
            async () => await _store.EstimateAsync(Bot, [Hour], 0, CancellationToken.None),
            async () => await RemainingAsync(Hour),
            () => Done(_permits.TryTake([Hour])),
            async () => await PassAsync(TimeSpan.FromMinutes(2)),
        };
        foreach (var use in uses)
        {
            await use();
            var other = new Thread(() => _permits.TryTake([new RateLimitWindow(1000, 1)])) { IsBackground = true };
            other.Start();
            Assert.True(other.Join(TimeSpan.FromSeconds(20)));
            _permits.Release();
        }

        static ValueTask Done<T>(T _) => default;
    }

    [Fact]
    public async Task Without_a_clock_it_counts_by_the_time_of_the_system()
    {
        var store = new MemoryRateLimitStore();
        var permits = new MemoryPermits(store, Bot);
        Assert.True(permits.TryTake([Hour]).IsAcquired);
        permits.Release();
        var wait = await store.EstimateAsync(Bot, [Hour], 0, CancellationToken.None);
        Assert.InRange(wait, TimeSpan.FromMinutes(55), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Nothing_is_no_permit()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await _store.TryAcquireAsync(null!, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await _store.ReleaseAsync(null!, isUsed: true, CancellationToken.None));
    }

    private static RateLimitPermit Permit(RateLimitPartition partition, params RateLimitWindow[] windows) =>
        new(partition, windows, TimeSpan.FromMinutes(1));

    private async Task<int> RemainingAsync(RateLimitWindow window) =>
        (await _store.GetStateAsync(Bot, [window], CancellationToken.None)).Windows[0].Remaining;

    /// <summary>Lets time pass, minute by minute, while another partition is used.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(1))
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await UseAnotherAsync();
        }
    }

    private async Task UseAnotherAsync() =>
        await _store.EstimateAsync(Bot with { Key = "another" }, [new RateLimitWindow(1, 1)], 0, CancellationToken.None);
}
