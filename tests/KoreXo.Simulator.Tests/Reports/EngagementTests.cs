using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Reports;

public sealed class EngagementTests : AreaTest
{
    private string Trend => $"/api/public/bot/{Bot.Id}/userEngagementTrend";

    private string TrendV2 => $"/api/public/bot/{Bot.Id}/v2/userEngagementTrend";

    [Fact]
    public async Task The_last_hour_of_a_day_ends_at_zero()
    {
        var late = new DateTimeOffset(2026, 2, 27, 22, 30, 0, TimeSpan.Zero);
        Platform.SeedSessions(
            Bot,
            2,
            new SessionSeed
            {
                From = late,
                To = late.AddHours(2),
                Users = 1,
            }
        );

        var rows = (await BotApp.PostAsync($"{Trend}?start_date=2026-02-27&end_date=2026-02-27", json: null)).Success()["results"]!;

        Assert.Equal("""[{"date":"Feb 27 2026","22 - 23":1,"23 - 0":1}]""", rows.ToJsonString());
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("&channels=rtm", 1)]
    [InlineData("&channels=none", 0)]
    public async Task Rows_by_day_count_each_user_once(string query, int users)
    {
        SeedDay();

        var answer = (
            await BotApp.PostAsync($"{Trend}?start_date=2026-02-27&end_date=2026-02-27&aggregation_type=Daily{query}", json: null)
        ).Success();

        Assert.Equal(users, answer["results"]!.AsArray().Sum(row => row!["users"]!.GetValue<int>()));
        Assert.Equal(answer["results"]!.AsArray().Count, answer["totalResults"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("?start_date=2026-02-28&end_date=2026-02-27", "before it begins")]
    [InlineData("?start_date=2026-02-28", "end_date")]
    [InlineData("?start_date=2026-02-30&end_date=2026-03-01", "start_date")]
    [InlineData("?start_date=&end_date=2026-03-01", "start_date")]
    [InlineData("?start_date=2026-02-27&end_date=2026-02-27&aggregation_type=weekly", "aggregation_type")]
    public async Task What_is_no_range_of_days_is_refused(string query, string reason)
    {
        foreach (var target in new[] { Trend, TrendV2 })
        {
            Assert.Contains(
                reason,
                (await BotApp.PostAsync(target + query, json: null)).Refusal(HttpStatusCode.BadRequest),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Averages_are_over_the_days_that_are_asked_for_and_not_those_with_users()
    {
        SeedDay();

        var summary = (await GetAsync("2026-02-25", "2026-02-28"))["summary"]!;

        Assert.Equal(
            (2, 0.5, 0.5, 0.0),
            (
                summary["uniqueUsers"]!.GetValue<int>(),
                summary["avgUniqueUsersPerDay"]!.GetValue<double>(),
                summary["avgNewUsersPerDay"]!.GetValue<double>(),
                summary["avgReturningUsersPerDay"]!.GetValue<double>()
            )
        );
    }

    [Fact]
    public async Task All_of_time_is_a_range_too()
    {
        SeedDay();

        var answer = await GetAsync("0001-01-01", "9999-12-31");

        Assert.Equal(
            (2, 0.0),
            (answer["summary"]!["uniqueUsers"]!.GetValue<int>(), answer["summary"]!["avgUniqueUsersPerDay"]!.GetValue<double>())
        );
    }

    [Theory]
    [InlineData("&conversationType=Non%20Interactive", 1)]
    [InlineData("&conversationType=Interactive", 2)]
    [InlineData("&conversationStatus=Closed", 2)]
    [InlineData("&conversationStatus=Active", 0)]
    public async Task Users_are_those_of_the_conversations_that_are_asked_for(string query, int users)
    {
        Platform.SeedSessions(Bot, 4, new SessionSeed { Users = 2, AlertEvery = 4 });

        Assert.Equal(users, (await GetAsync("2026-02-20", "2026-03-01", query))["summary"]!["uniqueUsers"]!.GetValue<int>());
    }

    [Fact]
    public async Task Filters_come_back_in_lower_case_and_points_by_hour_have_their_day_only()
    {
        SeedDay();

        var answer = await GetAsync("2026-02-27", "2026-02-27", "&conversationType=Interactive&aggregation_type=hourly");

        Assert.Equal(
            """{"start":"Feb 27 2026","end":"Feb 27 2026","conversationType":"interactive","conversationStatus":"all","aggregationType":"hourly","dataPointsCount":1}""",
            answer["filters"]!.ToJsonString()
        );
        Assert.Equal("""[{"date":"Feb 27 2026"}]""", answer["uniqueUsersTrend"]!["dataPoints"]!.ToJsonString());
    }

    private void SeedDay()
    {
        var start = new DateTimeOffset(2026, 2, 27, 8, 0, 0, TimeSpan.Zero);
        Platform.SeedSessions(
            Bot,
            2,
            new SessionSeed
            {
                From = start,
                To = start.AddHours(2),
                Users = 1,
                Channels = ["slack", "ivr"],
            }
        );
        Platform.SeedSessions(
            Bot,
            2,
            new SessionSeed
            {
                From = start,
                To = start.AddHours(2),
                Users = 2,
                Channels = ["email"],
            }
        );
        Platform.SeedSessions(
            Bot,
            1,
            new SessionSeed
            {
                From = start,
                To = start.AddHours(2),
                Users = 1,
            }
        );
    }

    private async Task<JsonNode> GetAsync(string start, string end, string query = "") =>
        (await BotApp.PostAsync($"{TrendV2}?start_date={start}&end_date={end}&channels=All{query}", json: null)).Success();
}
