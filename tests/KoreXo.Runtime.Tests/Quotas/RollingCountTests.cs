using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

public sealed class RollingCountTests
{
    private static readonly RateLimitWindow[] Windows = [new(3, 10), new(5, 60)];

    [Fact]
    public async Task Room_comes_back_call_by_call_as_the_window_rolls()
    {
        var clock = new FakeTimeProvider();
        var store = new MemoryRateLimitStore(clock);
        for (var call = 0; call < 3; call++)
        {
            Assert.True(await TakeAsync(store));
            new MemoryPermits(store, Partition).Release();
            clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.False(await TakeAsync(store));
        Assert.Equal((4, 6, 54), (await EstimateAsync(store, 0), await EstimateAsync(store, 1), await EstimateAsync(store, 2)));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.True(await TakeAsync(store));
        Assert.False(await TakeAsync(store));
    }

    [Fact]
    public async Task A_call_counts_from_its_beginning_until_a_window_after_its_end()
    {
        var clock = new FakeTimeProvider();
        var store = new MemoryRateLimitStore(clock);
        Assert.True(await TakeAsync(store, new RateLimitWindow(1, 10)));
        clock.Advance(TimeSpan.FromSeconds(100));
        Assert.False(await TakeAsync(store, new RateLimitWindow(1, 10)));
        new MemoryPermits(store, Partition).Release();
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(await TakeAsync(store, new RateLimitWindow(1, 10)));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(await TakeAsync(store, new RateLimitWindow(1, 10)));
    }

    [Fact]
    public async Task The_hour_rules_when_it_is_used_up()
    {
        var clock = new FakeTimeProvider();
        var store = new MemoryRateLimitStore(clock);
        for (var call = 0; call < 5; call++)
        {
            Assert.True(await TakeAsync(store));
            new MemoryPermits(store, Partition).Release();
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.False(await TakeAsync(store));
        var state = await store.GetStateAsync(Partition, Windows, CancellationToken.None);
        Assert.Equal([(2, 0), (0, 35)], state.Windows.Select(window => (window.Remaining, (int)window.NextIn.TotalSeconds)));
        Assert.Equal(35, await EstimateAsync(store, 0));
    }

    [Fact]
    public async Task What_is_held_back_waits()
    {
        var clock = new FakeTimeProvider();
        var store = new MemoryRateLimitStore(clock);
        await store.PauseAsync(Partition, TimeSpan.FromSeconds(30), CancellationToken.None);
        await store.PauseAsync(Partition, TimeSpan.FromSeconds(20), CancellationToken.None);
        Assert.False(await TakeAsync(store));
        Assert.Equal(30, await EstimateAsync(store, 0));
        Assert.Equal(TimeSpan.FromSeconds(30), (await store.GetStateAsync(Partition, Windows, CancellationToken.None)).PausedFor);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await TakeAsync(store));
    }

    [Fact]
    public async Task Partitions_that_are_idle_are_forgotten()
    {
        var clock = new FakeTimeProvider();
        var store = new MemoryRateLimitStore(clock);
        for (var job = 0; job < 1000; job++)
        {
            var partition = new RateLimitPartition("s:443", "c", "request", $"{job}");
            var permit = new RateLimitPermit(partition, Windows, TimeSpan.FromMinutes(1));
            await store.TryAcquireAsync(permit, CancellationToken.None);
            await store.ReleaseAsync(permit, isUsed: true, CancellationToken.None);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(store.Partitions, 1, 130);
    }

    [Fact]
    public void No_window_is_exceeded_and_no_estimate_is_too_long() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Fuzz.Cases),
            Prop.ForAll(
                Gen.Choose(0, 5)
                    .SelectMany(kind => Gen.Choose(0, 9).Select(seconds => (Kind: kind, Seconds: seconds)))
                    .ListOf()
                    .ToArbitrary(),
                steps =>
                {
                    var clock = new FakeTimeProvider();
                    var store = new MemoryRateLimitStore(clock);
                    var permits = new MemoryPermits(store, Partition);
                    var (begun, now, underWay) = (new List<int>(), 0, 0);
                    foreach (var (kind, seconds) in steps)
                    {
                        if (kind == 0)
                        {
                            clock.Advance(TimeSpan.FromSeconds(seconds));
                            now += seconds;
                        }
                        else if (kind == 1 && underWay > 0)
                        {
                            underWay--;
                            permits.Release();
                        }
                        else if (permits.TryTake(Windows).IsAcquired)
                        {
                            underWay++;
                            begun.Add(now);
                            Assert.All(Windows, window => Assert.InRange(begun.Count(at => at > now - window.Seconds), 0, window.Calls));
                        }
                        else if (underWay == 0)
                        {
                            Assert.False(permits.TryTake(Windows).IsAcquired);
                            var wait = store.EstimateAsync(Partition, Windows, 0, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                            clock.Advance(wait);
                            now += (int)wait.TotalSeconds;
                            Assert.True(permits.TryTake(Windows).IsAcquired);
                            underWay++;
                            begun.Add(now);
                        }
                    }
                }
            )
        );

    private static RateLimitPartition Partition { get; } = new("s:443", "c", "bot", "b-1");

    private static async Task<bool> TakeAsync(MemoryRateLimitStore store, params RateLimitWindow[] windows) =>
        (
            await store.TryAcquireAsync(
                new RateLimitPermit(Partition, windows.Length == 0 ? Windows : windows, TimeSpan.FromMinutes(1)),
                CancellationToken.None
            )
        ).IsAcquired;

    private static async Task<int> EstimateAsync(MemoryRateLimitStore store, int ahead) =>
        (int)(await store.EstimateAsync(Partition, Windows, ahead, CancellationToken.None)).TotalSeconds;
}
