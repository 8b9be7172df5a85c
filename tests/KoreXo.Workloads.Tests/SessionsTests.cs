using System.Text.Json;
using KoreXo.Simulator;
using Workloads.Sessions;

namespace KoreXo.Workloads;

public sealed class SessionsTests : IDisposable
{
    // Every half hour of a week, so that a session starts at each midnight, and one whose messages go on after midnight.
    private const int Count = 7 * 48;
    private const int MessagesEach = 6;
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task Every_session_of_the_week_is_exported_once_with_all_its_messages(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var bot = Seed(scene);
        using var xo = TestApps.Open(scene, "session-week");
        scene.Break(weather);

        var totals = await Scheduler.RunAsync(() => RunAsync(xo, bot));
        scene.AssertWeather(weather);

        Assert.All(totals, static total => Assert.Empty(total.Incomplete));
        AssertComplete(scene);
    }

    [Fact]
    public async Task An_export_that_is_killed_goes_on_with_the_first_day_that_is_not_complete()
    {
        await using var scene = await Scene.StartAsync();
        var bot = Seed(scene);
        using var xo = TestApps.Open(scene, "session-week");
        using var kill = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(xo, bot, kill, "2026-03-03"));
        var rest = await RunAsync(xo, bot);

        Assert.Equal([4, 5, 6, 7], rest.Select(static total => total.Day.Day));
        AssertComplete(scene);
    }

    [Fact]
    public async Task An_app_without_the_scope_for_messages_exports_nothing_that_looks_complete()
    {
        await using var scene = await Scene.StartAsync();
        var bot = Seed(scene);
        using var xo = scene.Connect(AppKind.Platform, "Bot Sessions");

        await Assert.ThrowsAnyAsync<KoreXoForbiddenException>(() => RunAsync(xo, bot));

        Assert.Empty(Directory.GetFiles(_folder.Path, "*.jsonl"));
    }

    private static SimulatedBot Seed(Scene scene)
    {
        var bot = scene.Platform.AddBot("Travel");
        var week = new SessionSeed
        {
            From = Begin,
            To = Begin.AddDays(7),
            MessagesPerSession = MessagesEach,
            AlertEvery = 5,
        };
        scene.Platform.SeedSessions(bot, Count, week);
        var midnight = Begin.AddDays(4);
        scene.Platform.SeedSessions(
            bot,
            count: 1,
            new SessionSeed
            {
                From = midnight.AddSeconds(-30),
                To = midnight.AddMinutes(10),
                MessagesPerSession = MessagesEach,
            }
        );
        // What is before and after the week is not exported.
        scene.Platform.SeedSessions(bot, count: 3, new SessionSeed { From = Begin.AddDays(-1), To = Begin });
        scene.Platform.SeedSessions(bot, count: 3, new SessionSeed { From = Begin.AddDays(7), To = Begin.AddDays(8) });
        return bot;
    }

    private async Task<IReadOnlyList<DayTotal>> RunAsync(
        KoreXoClient xo,
        SimulatedBot bot,
        CancellationTokenSource? kill = null,
        string? moment = null
    )
    {
        var week = new SessionWeek(
            xo.Analytics,
            bot.Id,
            _folder.Path,
            text =>
            {
                if (moment is not null && text.StartsWith(moment, StringComparison.Ordinal))
                {
                    kill!.Cancel();
                }
            }
        )
        {
            PageSize = 20,
        };
        return await week.RunAsync(First, 7, kill?.Token ?? CancellationToken.None);
    }

    private void AssertComplete(Scene scene)
    {
        var truth = scene
            .Platform.Sessions.Where(static session => session.StartedOn >= Begin && session.StartedOn < Begin.AddDays(7))
            .ToList();
        var lines = Directory
            .GetFiles(_folder.Path, "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(static file => File.ReadLines(file))
            .Select(static line => JsonDocument.Parse(line).RootElement)
            .ToList();

        Assert.Equal(Count + 1, truth.Count);
        Assert.Equal(
            truth.Select(static session => session.Id).Order(StringComparer.Ordinal),
            lines.Select(static line => line.GetProperty("session").GetProperty("sessionId").GetString()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            truth.SelectMany(static session => session.Messages).Select(static message => message.Id).Order(StringComparer.Ordinal),
            lines
                .SelectMany(static line => line.GetProperty("messages").EnumerateArray())
                .Select(static message => message.GetProperty("_id").GetString())
                .Order(StringComparer.Ordinal)
        );
        foreach (var type in new[] { "selfService", "dropOff", "agent" })
        {
            Assert.Equal(
                truth.Count(session => session.Containment == type),
                lines.Count(line => line.GetProperty("session").GetProperty("containmentType").GetString() == type)
            );
        }
    }
}
