using System.Text.Json;
using KoreXo.Simulator;
using Workloads.Usage;
using Xunit.Abstractions;

namespace KoreXo.Workloads;

public sealed class UsageTests(ITestOutputHelper output)
{
    private const int PageSize = 20;

    private static readonly DateTimeOffset First = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task The_sums_of_a_month_are_those_of_all_its_entries(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        SimulatedBot[] bots = [Seed(scene, "Travel", 90), Seed(scene, "Bank", 61), Seed(scene, "Shop", 7)];
        using var xo = TestApps.Open(scene, "usage-report");
        long requestTokens = 0;
        foreach (var bot in bots)
        {
            requestTokens += await CountTokensAsync(xo, bot);
        }

        scene.Break(weather);

        var usage = await Scheduler.RunAsync(() => ReadAsync(xo, bots));

        var counts = bots.Select(bot => scene.Platform.Sessions.LongCount(session => session.Bot == bot && IsInMonth(session.StartedOn)))
            .ToList();
        Assert.Equal(bots.Select(static bot => bot.Id), usage.Llm.Select(static row => row.Bot));
        Assert.Equal(counts, usage.Llm.Select(static row => row.Requests));
        Assert.Equal(requestTokens, usage.Llm.Sum(static row => row.RequestTokens));
        Assert.Equal(
            scene
                .Platform.Sessions.Where(static session => IsInMonth(session.StartedOn))
                .CountBy(static session => (session.Bot.Id, session.Channel))
                .Select(static count => (count.Key.Id, count.Key.Channel, (long)count.Value))
                .Order(),
            usage.Billing.Select(static row => (row.Bot, row.Channel, row.Sessions)).Order()
        );
        output.WriteLine($"{weather}: {counts.Sum()} usage logs, {counts.Sum()} billing sessions; {scene.Count()}");
    }

    [Fact]
    public async Task A_month_that_changes_while_its_billing_is_read_is_not_reported()
    {
        await using var scene = await Scene.StartAsync();
        var bot = Seed(scene, "Travel", 60);
        using var xo = TestApps.Open(scene, "usage-report");
        GrowAt(scene, bot, "listBillingSessions", 2);

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(xo, [bot]));
    }

    [Fact]
    public async Task A_list_of_usage_that_goes_on_after_its_last_page_is_not_reported()
    {
        await using var scene = await Scene.StartAsync();
        var bot = Seed(scene, "Travel", 60);
        using var xo = TestApps.Open(scene, "usage-report");
        var pages = (scene.Platform.Sessions.Count(static session => IsInMonth(session.StartedOn)) / PageSize) + 1;
        GrowAt(scene, bot, "listLlmUsageLogs", pages + 1);

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(xo, [bot]));
    }

    [Fact]
    public async Task A_report_with_a_bot_that_does_not_exist_is_none()
    {
        await using var scene = await Scene.StartAsync();
        var bot = Seed(scene, "Travel", 20);
        using var xo = TestApps.Open(scene, "usage-report");

        await Assert.ThrowsAsync<KoreXoNotFoundException>(() =>
            new UsageReport(xo.Analytics).ReadAsync([bot.Id, "st-unknown"], DateOnly.FromDateTime(First.Date), CancellationToken.None)
        );
    }

    [Fact]
    public void Markdown_has_a_line_of_totals_and_csv_has_none()
    {
        var usage = new MonthlyUsage(
            new DateOnly(2026, 10, 1),
            [new("st-1", "gpt|4", "Agent, Node", 3, 1, 40, 50, 1500), new("st-2", "gpt", "Agent", 4, 0, 60, 70, 500)],
            [new("st-1", "Conversations", "rtm", 9)]
        );

        Assert.Equal(
            """
            # Usage in 2026-10

            ## Language models

            | bot | model | feature | requests | failed | request tokens | response tokens | seconds |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            | st-1 | gpt\|4 | Agent, Node | 3 | 1 | 40 | 50 | 1.5 |
            | st-2 | gpt | Agent | 4 | 0 | 60 | 70 | 0.5 |
            | all |  |  | 7 | 1 | 100 | 120 | 2 |

            ## Billing

            | bot | type | channel | billing sessions |
            | --- | --- | --- | --- |
            | st-1 | Conversations | rtm | 9 |

            """,
            UsageTable.Markdown(usage)
        );
        Assert.Equal(
            """
            "kind","bot","model or type","feature or channel","requests","failed","request tokens","response tokens","seconds","billing sessions"
            "llm","st-1","gpt|4","Agent, Node","3","1","40","50","1.5",""
            "llm","st-2","gpt","Agent","4","0","60","70","0.5",""
            "billing","st-1","Conversations","rtm","","","","","","9"

            """,
            UsageTable.Csv(usage)
        );
    }

    private static Task<MonthlyUsage> ReadAsync(KoreXoClient xo, IEnumerable<SimulatedBot> bots) =>
        new UsageReport(xo.Analytics, PageSize).ReadAsync(
            bots.Select(static bot => bot.Id),
            DateOnly.FromDateTime(First.Date),
            CancellationToken.None
        );

    private static void GrowAt(Scene scene, SimulatedBot bot, string operation, int number) =>
        scene.Platform.Faults = FaultPlan.From(call =>
        {
            if (call.OperationId == operation && call.Number == number)
            {
                scene.Platform.SeedSessions(bot, 33, new SessionSeed { From = First.AddDays(20), To = First.AddDays(25) });
            }

            return null;
        });

    /// <summary>Adds a bot with sessions from September to November, also at the borders of October.</summary>
    private static SimulatedBot Seed(Scene scene, string name, int count)
    {
        var bot = scene.Platform.AddBot(name);
        string[] channels = ["rtm", "ivr"];
        scene.Platform.SeedSessions(
            bot,
            count,
            new SessionSeed
            {
                Channels = channels,
                From = First.AddDays(-3),
                To = First.AddMonths(1).AddDays(3),
            }
        );
        scene.Platform.SeedSessions(
            bot,
            2,
            new SessionSeed
            {
                Channels = channels,
                From = First.AddMinutes(-1),
                To = First.AddMinutes(1),
            }
        );
        return bot;
    }

    private static bool IsInMonth(DateTimeOffset time) => time >= First && time < First.AddMonths(1);

    /// <summary>Counts tokens in the JSON of one page that has everything.</summary>
    private static async Task<long> CountTokensAsync(KoreXoClient xo, SimulatedBot bot)
    {
        using var body = new StringContent(
            """{"dateFrom":"2026-10-01","dateTo":"2026-10-31","limit":"10000"}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var response = await xo.Analytics.SendAsync(HttpMethod.Post, $"/api/1.1/public/bot/{bot.Id}/getLLMUsageLogs", body);
        var logs = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return logs.EnumerateArray()
            .Sum(static log =>
                log.TryGetProperty("Payload Details", out var payload) && payload.TryGetProperty("Request Tokens", out var tokens)
                    ? tokens.GetInt64()
                    : 0
            );
    }
}
