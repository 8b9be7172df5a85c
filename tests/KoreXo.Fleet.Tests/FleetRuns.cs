using KoreXo.DataTables;
using KoreXo.Fleet.Tests.Engines;
using KoreXo.Testing;

namespace KoreXo.Fleet.Tests;

/// <summary>What a fleet must hold to with any store; short by default, at full length with <c>KOREXO_FULL=1</c>.</summary>
internal static class FleetRuns
{
    private const int All = 4;

    // A process takes a second to start.
    private static int Few { get; } = Soak.Rounds(2, All);

    // A few more calls than that are sent, so that as many windows pass between the first call and the last.
    private static int Calls { get; } = FleetScene.Window.Calls * Soak.Rounds(4, 6);

    private static TimeSpan Window { get; } = TimeSpan.FromSeconds(FleetScene.Window.Seconds);

    /// <summary>
    /// Four processes send as many calls as one could, and never more in a window. A short run on a busy machine says nothing about time.
    /// </summary>
    public static async Task ShareAsync(Engine engine, Action<string> report)
    {
        await using var scene = await FleetScene.StartAsync(engine);
        var workers = scene.Start(All, (Calls / All) + 1);
        await Task.WhenAll(workers.Select(static worker => worker.EndAsync()));

        Assert.All(workers.SelectMany(static worker => worker.Lines), static line => Assert.StartsWith("done ", line));
        Assert.Equal((Calls + All, Calls + All), (scene.Arrived, scene.Inserted.Distinct().Count()));
        report($"{scene.Arrived} arrived in {scene.Duration}, at most {scene.MostInAnyWindow} of {FleetScene.Window.Calls} in any window");
        Assert.InRange(scene.MostInAnyWindow, 1, FleetScene.Window.Calls);
        var least = Window * ((Calls + All - 1) / FleetScene.Window.Calls);
        Assert.InRange(scene.Duration, least, least / (Soak.Rounds(10, 95) / 100.0));
    }

    /// <summary>A process is killed while its calls are in flight; the others continue within the window.</summary>
    public static async Task LoseAWorkerAsync(Engine engine, Action<string> report)
    {
        await using var scene = await FleetScene.StartAsync(engine);
        var workers = scene.Start(Few, Calls / Few);
        await workers[0].WriteAsync(Soak.Rounds(2, 10));
        await workers[0].KillAsync();
        await Task.WhenAll(workers.Skip(1).Select(static worker => worker.EndAsync()));

        var done = workers.SelectMany(static worker => worker.Lines).Select(static line => line.Split(' ')[1]).ToList();
        report($"{scene.Arrived} arrived in {scene.Duration}, at most {scene.MostInAnyWindow} of {FleetScene.Window.Calls} in any window");
        Assert.All(workers.SelectMany(static worker => worker.Lines), static line => Assert.StartsWith("done ", line));
        Assert.InRange(scene.MostInAnyWindow, 1, FleetScene.Window.Calls);
        Assert.Equal(scene.Inserted.Count, scene.Inserted.Distinct().Count());
        Assert.Empty(done.Except(scene.Inserted));
        Assert.True(done.Count >= (Few - 1) * (Calls / Few));
    }

    /// <summary>The permits that a killed process held count until they expire and a window has passed, and then no longer.</summary>
    public static async Task GetPermitsBackAsync(Engine engine)
    {
        const int Kept = 5;
        await using var scene = await FleetScene.StartAsync(engine);
        var order = scene.Order("keeper", Kept, loops: 0);
        var worker = scene.Start(order);
        await worker.WriteAsync(1);
        await worker.KillAsync();
        var store = engine.CreateStore();
        await using var closing = (IAsyncDisposable)store;

        Assert.Equal(FleetScene.Window.Calls - Kept, await RemainingAsync(store, order.Partition));
        var begun = TimeProvider.System.GetTimestamp();
        while (await RemainingAsync(store, order.Partition) != FleetScene.Window.Calls)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), Window, Window + TimeSpan.FromSeconds(Soak.Rounds(20, 5)));
    }

    /// <summary>Most of many calls are cancelled, at random; no permit is lost, and none is used twice.</summary>
    public static async Task CancelAsync(Engine engine, Action<string> report)
    {
        var (calls, cancelled) = (Soak.Rounds(200, 1000), Soak.Rounds(186, 931));
        await using var scene = await FleetScene.StartAsync(engine);
        var store = engine.CreateStore();
        await using var closing = (IAsyncDisposable)store;
        var order = scene.Order("cancelled", calls);
        using var client = order.CreateClient(store);
        var random = new Random(7);
        var delays = Enumerable.Range(0, calls).Select(call => call < cancelled ? random.Next(0, 2500) : (int?)null).ToList();
        var ends = await Task.WhenAll(
            delays
                .OrderBy(_ => random.Next())
                .Select(async delay =>
                {
                    using var cancel = new CancellationTokenSource();
                    cancel.CancelAfter(delay ?? Timeout.Infinite);
                    var request = new InsertRowRequest { Row = new Dictionary<string, JsonAny>(StringComparer.Ordinal) { ["Name"] = "n" } };
                    return await Record.ExceptionAsync(() =>
                        client.DataTables.InsertRowAsync(order.Table, request, cancellationToken: cancel.Token)
                    );
                })
        );

        Assert.All(ends, static end => Assert.True(end is null or OperationCanceledException, end?.ToString()));
        Assert.True(ends.Count(static end => end is null) >= calls - cancelled);
        await Task.Delay(Window + TimeSpan.FromSeconds(1), TimeProvider.System);
        report(
            $"{ends.Count(static end => end is not null)} of {calls} cancelled, {scene.Arrived} arrived, at most {scene.MostInAnyWindow} in any window"
        );
        Assert.InRange(scene.MostInAnyWindow, 1, FleetScene.Window.Calls);
        Assert.Equal(FleetScene.Window.Calls, await RemainingAsync(store, order.Partition));
    }

    /// <summary>The engine stops for a while; calls wait for it, and each is done once.</summary>
    public static async Task StopTheEngineAsync(Engine engine, Action<string> report)
    {
        await using var scene = await FleetScene.StartAsync(engine);
        var workers = scene.Start(Few, Calls / Few);
        await Task.WhenAll(workers.Select(static worker => worker.WriteAsync(2)));
        await engine.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(Soak.Rounds(2, 4)), TimeProvider.System);
        await engine.StartAsync();
        await Task.WhenAll(workers.Select(static worker => worker.EndAsync()));

        report($"{scene.Arrived} arrived in {scene.Duration}, at most {scene.MostInAnyWindow} of {FleetScene.Window.Calls} in any window");
        Assert.All(workers.SelectMany(static worker => worker.Lines), static line => Assert.StartsWith("done ", line));
        Assert.Equal((Calls, Calls), (scene.Arrived, scene.Inserted.Distinct().Count()));
        Assert.InRange(scene.MostInAnyWindow, 1, FleetScene.Window.Calls);
    }

    private static async Task<int> RemainingAsync(IRateLimitStore store, RateLimitPartition partition) =>
        (await store.GetStateAsync(partition, [FleetScene.Window], CancellationToken.None)).Windows[0].Remaining;
}
