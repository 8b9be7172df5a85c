namespace KoreXo.Fleet.Tests;

/// <summary>What a store does with one permit, one pause, one window.</summary>
internal static class StoreRuns
{
    private static readonly RateLimitWindow[] Windows = [new RateLimitWindow(3, 2), new RateLimitWindow(100, 3600)];

    /// <summary>Two stores count together: capacity comes back one window after the oldest permit was released.</summary>
    public static async Task CountAsync(Engine engine)
    {
        await using var scene = new StoreScene(engine);
        var permits = Enumerable.Range(0, 3).Select(_ => scene.Permit(Windows)).ToList();
        foreach (var permit in permits)
        {
            Assert.True((await scene.One.TryAcquireAsync(permit, CancellationToken.None)).IsAcquired);
        }

        var begun = TimeProvider.System.GetTimestamp();
        await scene.One.ReleaseAsync(permits[0], isUsed: true, CancellationToken.None);
        var rejected = await scene.Other.TryAcquireAsync(scene.Permit(Windows), CancellationToken.None);
        var state = await scene.Other.GetStateAsync(scene.Partition, Windows, CancellationToken.None);

        Assert.False(rejected.IsAcquired);
        Assert.InRange(rejected.RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.Equal([0, 97], state.Windows.Select(static window => window.Remaining));
        await AcquireAsync(scene, rejected.RetryAfter);
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.FromSeconds(1.99), TimeSpan.MaxValue);
        Assert.False((await scene.Other.TryAcquireAsync(scene.Permit(Windows), CancellationToken.None)).IsAcquired);
    }

    /// <summary>A permit is acquired by its ID: once more changes nothing, nor does releasing an unknown one unused.</summary>
    public static async Task RepeatAsync(Engine engine)
    {
        await using var scene = new StoreScene(engine);
        var permit = scene.Permit(Windows);
        await scene.One.TryAcquireAsync(permit, CancellationToken.None);
        await scene.One.TryAcquireAsync(permit, CancellationToken.None);
        await scene.One.ReleaseAsync(scene.Permit(Windows), isUsed: false, CancellationToken.None);
        Assert.Equal([2, 99], await scene.RemainingAsync(Windows));

        await scene.One.ReleaseAsync(permit, isUsed: false, CancellationToken.None);
        Assert.Equal([3, 100], await scene.RemainingAsync(Windows));

        // What was sent has counted, whatever the store knows of it.
        await scene.One.ReleaseAsync(scene.Permit(Windows), isUsed: true, CancellationToken.None);
        Assert.Equal([2, 99], await scene.RemainingAsync(Windows));
    }

    /// <summary>A pause holds for all stores, and only a longer one replaces it.</summary>
    public static async Task PauseAsync(Engine engine)
    {
        await using var scene = new StoreScene(engine);
        await scene.One.PauseAsync(scene.Partition, TimeSpan.FromSeconds(30), CancellationToken.None);
        await scene.One.PauseAsync(scene.Partition, TimeSpan.FromSeconds(20), CancellationToken.None);

        var rejected = await scene.Other.TryAcquireAsync(scene.Permit(Windows), CancellationToken.None);
        var state = await scene.Other.GetStateAsync(scene.Partition, Windows, CancellationToken.None);

        Assert.False(rejected.IsAcquired);
        Assert.InRange(rejected.RetryAfter, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(30));
        Assert.InRange(state.PausedFor, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(30));
    }

    /// <summary>A call in the queue waits one window more for each window's worth of calls ahead of it.</summary>
    public static async Task EstimateAsync(Engine engine)
    {
        await using var scene = new StoreScene(engine);
        Assert.Equal("0 0 0 2 2 4", await scene.EstimatesAsync(Windows, 0, 1, 2, 3, 5, 6));
        await scene.One.TryAcquireAsync(scene.Permit(Windows), CancellationToken.None);
        Assert.Equal("0 0 2 2", await scene.EstimatesAsync(Windows, 0, 1, 2, 3));
    }

    /// <summary>A permit that another process releases unused wakes the call that waits for it.</summary>
    public static async Task NotifyAsync(Engine engine)
    {
        await using var scene = new StoreScene(engine);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var woken = scene.Other.WaitForCapacityAsync(scene.Partition, end.Token).AsTask();
        while (!woken.IsCompleted)
        {
            // The subscription may not be there yet.
            var permit = scene.Permit(Windows);
            await scene.One.TryAcquireAsync(permit, end.Token);
            await scene.One.ReleaseAsync(permit, isUsed: false, end.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, end.Token);
        }

        await woken;
    }

    // Two clocks take part: a timer here may fire a moment before the server's clock says that the wait is over, and each further
    // rejection then says how long that moment is.
    private static async Task AcquireAsync(StoreScene scene, TimeSpan wait)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var acquisition = RateLimitAcquisition.CreateRejected(wait);
        while (!acquisition.IsAcquired)
        {
            await Task.Delay(acquisition.RetryAfter, TimeProvider.System, end.Token);
            acquisition = await scene.Other.TryAcquireAsync(scene.Permit(Windows), end.Token);
        }
    }
}
