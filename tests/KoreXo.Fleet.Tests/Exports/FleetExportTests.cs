using KoreXo.Fleet.Tests.Engines;
using KoreXo.Samples.Tests;
using KoreXo.Testing;
using Xunit.Abstractions;

namespace KoreXo.Fleet.Tests.Exports;

/// <summary>
/// Processes of the sample that export together. By default, three runs of 40,000 rows (15 seconds); with <c>KOREXO_FULL=1</c>, 20 runs of
/// 1,000,000 rows, which take 40 seconds each on two cores.
/// </summary>
[Collection(ExportGroup.Name)]
public sealed class FleetExportTests(PostgreSqlEngine engine, ITestOutputHelper output)
{
    private static readonly int Seed = Environment.TickCount;

    public static TheoryData<int> Runs => new(Enumerable.Range(0, Soak.Rounds(3, 20)).Select(static run => Seed + run));

    [PostgreSqlTheory]
    [MemberData(nameof(Runs), DisableDiscoveryEnumeration = true)]
    public async Task Two_of_four_workers_are_killed_and_no_row_is_lost_or_doubled(int seed)
    {
        var random = new Random(seed);
        await using var scene = await ExportScene.StartAsync(engine, bots: 2, days: 20, sessionsPerDay: Soak.Rounds(200, 5_000));
        Assert.Equal("80 items added, 0 reopened", await scene.PlanAsync());
        var begun = TimeProvider.System.GetTimestamp();
        var workers = Enumerable.Range(0, 4).Select(number => scene.Work($"w{number}", lease: 3)).ToList();

        foreach (var at in new[] { random.Next(1, scene.Items / 2), random.Next(scene.Items / 2, scene.Items - 8) })
        {
            await scene.WaitAsync("done_at IS NOT NULL", at);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200)), TimeProvider.System);
            var killed = workers[random.Next(workers.Count)];
            await killed.KillAsync();
            workers.Remove(killed);
        }

        await AllEndAsync(workers);
        var time = TimeProvider.System.GetElapsedTime(begun);
        var again = await scene.CountAsync("attempt > 1");
        output.WriteLine(
            $"seed {seed}: {scene.Rows} rows in {time.TotalSeconds:0} s, {scene.Rows / time.TotalSeconds:0} rows/s, {again} items taken again"
        );
        Assert.Equal(RowCount.Complete(scene.Rows), scene.Count());
        Assert.Empty(scene.Rejected);
        Assert.StartsWith("80 of 80 items done, 0 left, 0 held, 0 given up; ", await scene.StatusAsync(), StringComparison.Ordinal);
    }

    /// <summary>It stops for longer than the lease by default, and also for less at full length.</summary>
    public static TheoryData<int> Leases => new(Soak.Rounds(1, 2) == 1 ? [2] : [2, 60]);

    [PostgreSqlTheory]
    [MemberData(nameof(Leases))]
    public async Task A_database_that_stops_for_a_while_costs_no_row(int lease)
    {
        await using var scene = await ExportScene.StartAsync(engine, bots: 2, days: 5, sessionsPerDay: 200);
        await scene.PlanAsync();
        List<SampleProcess> workers = [scene.Work("w0", lease, page: 100), scene.Work("w1", lease, page: 100)];
        await scene.WaitAsync("done_at IS NOT NULL", 4);
        await engine.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System);
        await engine.StartAsync();

        var ends = await AllEndAsync(workers);
        Assert.All(ends, static end => Assert.Contains("Waiting for the database: ", end, StringComparison.Ordinal));
        Assert.Equal(RowCount.Complete(scene.Rows), scene.Count());
        Assert.Empty(scene.Rejected);
    }

    [PostgreSqlFact]
    public async Task A_worker_that_stood_still_learns_that_its_item_is_another_ones()
    {
        await using var scene = await ExportScene.StartAsync(engine, bots: 1, days: 1, sessionsPerDay: 50);
        await scene.PlanAsync();
        var late = scene.Work("late", lease: 1, page: 20, rate: "1/1");
        await scene.WaitAsync("worker = 'late' AND rows > 0", 1);
        await late.SignalAsync("STOP");
        var next = scene.Work("next", lease: 1, page: 100);
        await AllEndAsync([next]);
        await late.SignalAsync("CONT");

        var end = Assert.Single(await AllEndAsync([late]));
        Assert.Matches("the lease was lost|taken by another worker", end);
        Assert.Equal(2, await scene.CountAsync("worker = 'next' AND done_at IS NOT NULL"));
        Assert.Equal(RowCount.Complete(scene.Rows), scene.Count());
        Assert.Equal(2, Directory.GetFiles(scene.Folder, "*", SearchOption.AllDirectories).Length);
    }

    [PostgreSqlFact]
    public async Task A_worker_that_is_asked_to_end_gives_its_item_back_at_once()
    {
        await using var scene = await ExportScene.StartAsync(engine, bots: 1, days: 1, sessionsPerDay: 50);
        await scene.PlanAsync();
        var worker = scene.Work("w0", lease: 600, page: 20, rate: "1/3600");
        await scene.WaitAsync("worker = 'w0'", 1);
        while (!File.Exists(scene.PathOf("messages") + ".1.part"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        var held = await scene.StatusAsync();
        await worker.SignalAsync("TERM");
        var (exitCode, lastLine, _) = await worker.EndAsync();

        Assert.StartsWith("0 of 2 items done, 2 left, 1 held, 0 given up; ", held, StringComparison.Ordinal);
        Assert.Matches(@"\n  w0  \S+ 2026-03-01 messages  \d+ rows in \d s, leased for \d\d\d s\n", held);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("Interrupted.", lastLine, StringComparison.Ordinal);
        Assert.Equal(2, await scene.CountAsync("worker IS NULL AND free_from <= clock_timestamp() AND failures = 0"));
        Assert.Empty(Directory.GetFiles(scene.Folder, "*", SearchOption.AllDirectories));
    }

    [PostgreSqlFact]
    public async Task Half_a_file_is_never_taken_for_a_whole_one()
    {
        await using var scene = await ExportScene.StartAsync(engine, bots: 1, days: 2, sessionsPerDay: 50);
        await scene.PlanAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(scene.PathOf("sessions"))!);
        foreach (var name in new[] { "", ".0.part", ".1.part" })
        {
            await File.WriteAllTextAsync(scene.PathOf("sessions") + name, "{\"sessionId\":\"half a li");
        }

        await AllEndAsync([scene.Work("w0")]);
        Assert.Equal(RowCount.Complete(scene.Rows), scene.Count());
        Assert.Equal(scene.Items, Directory.GetFiles(scene.Folder, "*", SearchOption.AllDirectories).Length);

        // And what is cut or deleted later is done again by the next plan.
        await File.WriteAllTextAsync(scene.PathOf("sessions"), (await File.ReadAllTextAsync(scene.PathOf("sessions")))[..^100]);
        File.Delete(scene.PathOf("messages", day: 2));
        Assert.Equal("0 items added, 2 reopened", await scene.PlanAsync());
        await AllEndAsync([scene.Work("w1")]);
        Assert.Equal(RowCount.Complete(scene.Rows), scene.Count());
    }

    [PostgreSqlFact]
    public async Task An_item_that_cannot_be_exported_is_given_up_and_named()
    {
        await using var scene = await ExportScene.StartAsync(engine, bots: 1, days: 1, sessionsPerDay: 50);
        await scene.PlanAsync("st-unknown");
        var (exitCode, _, end) = await scene.Work("w0").EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("2 of 4 items done, 2 left, 0 held, 2 given up; 250 rows, ", end, StringComparison.Ordinal);
        Assert.Matches(@"\n  st-unknown 2026-03-01 sessions  10 of 10 failures: .*404", end);
        Assert.Equal(RowCount.Complete(scene.Rows), scene.Count());
        Assert.Equal("0 items added, 2 reopened", await scene.PlanAsync("st-unknown"));
    }

    [PostgreSqlFact]
    public async Task Without_a_plan_the_database_says_what_to_run()
    {
        await using var scene = await ExportScene.StartAsync(engine, bots: 1, days: 1, sessionsPerDay: 1);
        var (exitCode, _, end) = await scene.Work("w0").EndAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Failed: This database has no plan: run 'plan' first.", end, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("play", "Unknown command play.")]
    [InlineData("work --endpoint https://example.com --lease 0", "--lease must be a number from 1 to 3600.")]
    [InlineData("work --endpoint https://example.com --rate 60", "--rate must be calls/seconds, such as 60/60,1800/3600.")]
    [InlineData("plan --bots ../st-1 --from 2026-03-01 --to 2026-03-02", "--bots must be ids of bots, separated by commas.")]
    [InlineData("plan --bots st-1 --from 2026-03-01 --to 2026-03-01", "--to must be after --from; it is the day after the last one.")]
    [InlineData("plan --bots st-1 --from 2026-03-01 --to 9000-01-01", "--to must not be after today (UTC)")]
    public async Task Wrong_arguments_are_reported_with_the_usage(string arguments, string message)
    {
        var (exitCode, _, end) = await SampleProcess.RunAsync("FleetExport", arguments.Split(' '));
        Assert.Equal(2, exitCode);
        Assert.StartsWith(message, end, StringComparison.Ordinal);
        Assert.Contains("Usage: FleetExport", end, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> AllEndAsync(IEnumerable<SampleProcess> workers)
    {
        var ends = await Task.WhenAll(workers.Select(static worker => worker.EndAsync()));
        Assert.All(ends, static end => Assert.True(end.ExitCode == 0, end.Output));
        return [.. ends.Select(static end => end.Output)];
    }
}
