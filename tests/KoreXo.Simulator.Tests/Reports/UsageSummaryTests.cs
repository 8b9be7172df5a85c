using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Reports;

public sealed class UsageSummaryTests : AreaTest
{
    private string Usage => $"/api/public/bot/{Bot.Id}/billingsessionsummary";

    [Fact]
    public async Task Without_sessions_a_summary_is_empty_and_its_average_zero()
    {
        var usage = await SummaryAsync(Usage, """["session"]""", "date_day");

        Assert.Empty(usage["data"]!.AsArray());
        Assert.Equal(0, usage["averageSessions"]!.GetValue<int>());
    }

    [Fact]
    public async Task Hours_are_counted_each_in_every_unit_that_is_named()
    {
        var eight = new DateTimeOffset(2026, 2, 27, 8, 0, 0, TimeSpan.Zero);
        Platform.SeedSessions(
            Bot,
            4,
            new SessionSeed
            {
                From = eight,
                To = eight.AddHours(2),
                MessagesPerSession = 3,
                AlertEvery = 4,
            }
        );

        var usage = await SummaryAsync(Usage, """["session","request","alert","proactive","conversations"]""", "date_day_hour");

        Assert.Equal(
            [
                (
                    "2026-02-27T08:00:00.000Z",
                    """{"sessions":2,"requests":4,"alert_notifications":0,"proactive_notifications":0,"conversations":2}"""
                ),
                (
                    "2026-02-27T09:00:00.000Z",
                    """{"sessions":2,"requests":4,"alert_notifications":1,"proactive_notifications":0,"conversations":1}"""
                ),
            ],
            usage["data"]![0]!["val"]!.AsArray().Select(hour => (hour!["date"]!.GetValue<string>(), hour["val"]!.ToJsonString()))
        );
        Assert.Equal(2, usage["averageSessions"]!.GetValue<double>());
    }

    [Fact]
    public async Task The_summary_of_a_bot_is_neither_that_of_another_nor_of_the_account()
    {
        await StartAsync(Usage, """["session"]""", "date_day");

        foreach (var bot in new[] { $"bot/{Platform.AddBot("Other").Id}", "bots" })
        {
            Assert.Contains(
                "no summary of usage",
                (await Admin.GetAsync($"/api/public/{bot}/billingsessionsummary/status?type=summary")).Refusal(HttpStatusCode.NotFound),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_second_start_takes_the_place_of_the_first_and_has_the_next_number()
    {
        var first = await StartAsync(Usage, """["session"]""", "date_day");
        var second = await StartAsync(Usage, """["session"]""", "date_day");

        var status = (await Admin.GetAsync(Usage + "/status?type=summary")).Success();

        Assert.Equal(("1", "2"), (first["reportId"]!.GetValue<string>(), second["reportId"]!.GetValue<string>()));
        Assert.Equal(second["_id"]!.GetValue<string>(), status["_id"]!.GetValue<string>());
        Assert.Null(status["response"]);
    }

    [Fact]
    public async Task Figures_do_not_change_after_the_summary_is_done()
    {
        Platform.SeedSessions(Bot, 3);
        var done = await SummaryAsync(Usage, """["session"]""", "date_month");
        Platform.SeedSessions(Bot, 3);

        var again = (await Admin.GetAsync(Usage + "/status?type=summary")).Success()["response"]!;

        Assert.Equal(done.ToJsonString(), again.ToJsonString());
    }

    private async Task<JsonNode> StartAsync(string target, string units, string period) =>
        (
            await Admin.PostAsync(
                target,
                $$"""{"fromDate":"2026-02-01","toDate":"2026-03-01","unitType":{{units}},"groupByBot":"no","groupByPeriod":"{{period}}"}"""
            )
        ).Success();

    private async Task<JsonNode> SummaryAsync(string target, string units, string period)
    {
        await StartAsync(target, units, period);
        return (await PollAsync(() => Admin.GetAsync(target + "/status?type=summary")))["response"]!;
    }
}
