using KoreXo.Simulator;
using Workloads.Timeline;
using Xunit.Abstractions;

namespace KoreXo.Workloads;

public sealed class TimelineTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task Every_entry_of_both_logs_is_in_the_timeline_once_and_in_order(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        scene.Platform.SeedChanges(scene.Platform.AddBot("Another"), 10);
        var changes = scene.Platform.SeedChanges(bot, 170);
        var audit = scene.Platform.SeedAuditLog(430);
        using var xo = TestApps.Open(scene, "timeline");
        scene.Break(weather);

        var events = await Scheduler.RunAsync(() => ReadAsync(xo, bot, scene));

        Assert.Equal(
            changes.Select(static entry => entry.Id),
            events.Where(static entry => entry.Source == "bot").Select(static entry => entry.Id)
        );
        Assert.Equal(
            audit.Select(static entry => entry.Id),
            events.Where(static entry => entry.Source == "account").Select(static entry => entry.Id)
        );
        Assert.Equal(events.OrderBy(static entry => entry.Time).Select(static entry => entry.Id), events.Select(static entry => entry.Id));
        output.WriteLine($"{weather}: {events.Count} entries; {scene.Count()}");
    }

    [Fact]
    public async Task Entries_that_are_added_while_the_pages_are_read_lose_and_double_none()
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        var changes = scene.Platform.SeedChanges(bot, 120);
        var audit = scene.Platform.SeedAuditLog(250);
        using var xo = TestApps.Open(scene, "timeline");
        scene.Platform.Faults = FaultPlan.From(call =>
        {
            if (call.Number == 2)
            {
                // The latest entries come first, so these push others over the border of the page.
                scene.Platform.SeedAuditLog(3);
                scene.Platform.SeedChanges(bot, 1);
            }

            return null;
        });

        var events = await ReadAsync(xo, bot, scene);

        Assert.Equal(events.Select(static entry => entry.Id).Distinct(), events.Select(static entry => entry.Id));
        Assert.Empty(
            changes
                .Select(static entry => entry.Id)
                .Concat(audit.Select(static entry => entry.Id))
                .Except(events.Select(static entry => entry.Id))
        );
    }

    [Fact]
    public async Task A_timeline_without_the_right_to_one_log_is_none()
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        scene.Platform.SeedChanges(bot, 10);
        using var xo = scene.Connect(AppKind.Platform, "Logs History");

        await Assert.ThrowsAnyAsync<KoreXoException>(() => ReadAsync(xo, bot, scene));
    }

    private static Task<IReadOnlyList<TimelineEvent>> ReadAsync(KoreXoClient xo, SimulatedBot bot, Scene scene)
    {
        var today = DateOnly.FromDateTime(scene.Clock.GetUtcNow().UtcDateTime);
        return new TimelineReport(xo).ReadAsync(bot.Id, today.AddDays(-2), today.AddDays(1), CancellationToken.None);
    }
}
