using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Reports;

/// <summary>What is counted agrees with the sessions that it is counted from.</summary>
public sealed class ReportTests : AreaTest
{
    private const string Days = "start_date=2026-02-20&end_date=2026-03-01";

    private IReadOnlyList<SimulatedSession> _truth = [];

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _truth = Platform.SeedSessions(
            Bot,
            90,
            new SessionSeed
            {
                Users = 7,
                AlertEvery = 10,
                MessagesPerSession = 5,
                Channels = ["rtm", "slack"],
            }
        );
    }

    [Theory]
    [InlineData("date_day", 7)]
    [InlineData("date_month", 2)]
    public async Task Usage_is_summed_up_by_period(string period, int periods)
    {
        var target = $"/api/public/bot/{Bot.Id}/billingsessionsummary";
        (await Admin.PostAsync(target, Usage(period, "no", "2026-02-01"))).Success();
        var usage = (await PollAsync(() => Admin.GetAsync(target + "/status?type=summary")))["response"]!;

        var bot = Assert.Single(usage["data"]!.AsArray())!;
        Assert.Equal(("ALL", periods), (bot["bot"]!.GetValue<string>(), bot["val"]!.AsArray().Count));
        Assert.Equal((90, 270, 9, 81), (Sum("sessions"), Sum("requests"), Sum("alert_notifications"), Sum("conversations")));

        int Sum(string unit) => bot["val"]!.AsArray().Sum(value => value!["val"]![unit]!.GetValue<int>());
    }

    [Fact]
    public async Task Usage_of_the_account_is_given_for_each_bot_that_is_named()
    {
        var other = Platform.AddBot("Other");
        Platform.SeedSessions(other, 5);
        Platform.SeedSessions(Platform.AddBot("Third"), 5);
        var body = Usage("date_day", "yes", "2026-02-01")
            .Replace("}", $$""","streamIds":["{{Bot.Id}}","{{other.Id}}"]}""", StringComparison.Ordinal);
        (await Admin.PostAsync("/api/public/bots/billingsessionsummary", body)).Success();

        var usage = (await PollAsync(() => Admin.GetAsync("/api/public/bots/billingsessionsummary/status?type=summary")))["response"]!;

        Assert.Equal(new[] { Bot.Id, other.Id }.Order(StringComparer.Ordinal), Texts(usage["data"], "bot").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Windows_of_billing_have_limits()
    {
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/billingsessionsummary", Usage("date_day", "no", "2025-12-01"))).Success();
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/billingsessionsummary", Usage("date_day", "no", "2025-11-30"))).Refusal(
            HttpStatusCode.BadRequest
        );
        (
            await Admin.PostAsync(
                $"/api/public/bot/{Bot.Id}/getBillingSessionsDetails",
                """{"fromDate":"2025-12-01","toDate":"2026-03-01"}"""
            )
        ).Success();
        (
            await Admin.PostAsync(
                $"/api/public/bot/{Bot.Id}/getBillingSessionsDetails",
                """{"fromDate":"2025-11-30","toDate":"2026-03-01"}"""
            )
        ).Refusal(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Billing_sessions_are_the_sessions_in_other_words()
    {
        var session = Platform.SeedSessions(
            Bot,
            1,
            new SessionSeed
            {
                From = Clock.GetUtcNow().AddHours(2),
                To = Clock.GetUtcNow().AddHours(3),
                Channels = ["ivr"],
            }
        )[0];
        var page = (
            await Admin.PostAsync(
                "/api/public/bots/getBillingSessionsDetails",
                $$"""{"fromDate":"2026-03-01","toDate":"2026-03-01","channel":"ivr","botId":"{{Bot.Id}}"}"""
            )
        ).Success();

        var billed = Assert.Single(page["sessions"]!.AsArray())!;
        Assert.Equal(
            (session.Id, "03-01-2026 2:00:00 pm"),
            (billed["conversationSessionId"]!.GetValue<string>(), billed["conversationSessionStartDateTime"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task Users_are_counted_by_day_and_by_hour()
    {
        var byDay = _truth
            .GroupBy(session => session.StartedOn.Day)
            .Select(day => day.Select(session => session.UserId).Distinct(StringComparer.Ordinal).Count());
        var daily = (
            await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/userEngagementTrend?{Days}&aggregation_type=Daily", json: null)
        ).Success();
        Assert.Equal(byDay, daily["results"]!.AsArray().Select(row => row!["users"]!.GetValue<int>()));
        Assert.Equal("Feb 23 2026", daily["results"]![0]!["date"]!.GetValue<string>());

        var hourly = (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/userEngagementTrend?{Days}&channels=slack", json: null)).Success();
        Assert.All(
            hourly["results"]!.AsArray().SelectMany(row => row!.AsObject()).Where(member => member.Key != "date"),
            member => Assert.Matches("^[0-9]+ - [0-9]+$", member.Key)
        );
    }

    [Fact]
    public async Task New_and_returning_users_are_told_apart()
    {
        var answer = (
            await BotApp.PostAsync(
                $"/api/public/bot/{Bot.Id}/v2/userEngagementTrend?{Days}&aggregation_type=daily&channels=All",
                json: null
            )
        ).Success();

        Assert.Equal((7, 7, 0), Summary(answer));
        Assert.Equal(7, answer["newUsersTrend"]!["dataPoints"]!.AsArray().Sum(point => point!["users"]!.GetValue<int>()));
        var late = (
            await BotApp.PostAsync(
                $"/api/public/bot/{Bot.Id}/v2/userEngagementTrend?start_date=2026-02-25&end_date=2026-03-01&channels=All",
                json: null
            )
        ).Success();
        Assert.Equal((7, 0, 7), Summary(late));
        var active = (
            await BotApp.PostAsync(
                $"/api/public/bot/{Bot.Id}/v2/userEngagementTrend?{Days}&channels=All&conversationStatus=Active",
                json: null
            )
        ).Success();
        Assert.Equal((0, 0, 0), Summary(active));

        static (int Unique, int New, int Returning) Summary(JsonNode answer) =>
            (
                answer["summary"]!["uniqueUsers"]!.GetValue<int>(),
                answer["summary"]!["newUsers"]!.GetValue<int>(),
                answer["summary"]!["returningUsers"]!.GetValue<int>()
            );
    }

    [Fact]
    public async Task Containment_is_reported_by_day_or_all_together()
    {
        var daily = await ContainmentAsync("""{"filters":{"ConversationType":"Interactive"}}""");
        Assert.Equal(81, Rows(daily).Sum(row => row["totalExecution"]!.GetValue<int>()));
        Assert.Equal(7, daily["data"]!.AsObject().Count);
        Assert.Equal(
            _truth.Count(session => !session.IsAlert && session.Containment == "agent"),
            Rows(daily).Sum(row => row["agentTransferSessions"]!.GetValue<int>())
        );

        var all = await ContainmentAsync("""{"filters":{"AggregationType":"Cumulative"}}""");
        Assert.Equal(["Welcome", "Daily alert"], Rows(all).Select(row => row["taskName"]!.GetValue<string>()));
        Assert.Equal(2, all["total"]!.GetValue<int>());

        static IEnumerable<JsonNode> Rows(JsonNode report) =>
            report["data"]!.AsObject().SelectMany(day => day.Value!.AsArray()).OfType<JsonNode>();
    }

    [Theory]
    [InlineData("""{"filters":{"dateFrom":"2026-01-01","dateTo":"2026-02-01"}}""", "at most 30 days")]
    [InlineData("""{"filters":{"AggregationType":"Cumulative","dateFrom":"2025-10-01","dateTo":"2026-02-01"}}""", "at most 90 days")]
    public async Task A_containment_report_over_too_long_a_time_is_refused(string body, string reason) =>
        Assert.Contains(
            reason,
            (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/taskContainmentReport", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_containment_report_goes_away()
    {
        var start = (await BotApp.PostAsync($"/api/public/bot/{Bot.Id}/taskContainmentReport", "{}")).Success();
        Clock.Advance(TimeSpan.FromMinutes(15));

        (await BotApp.GetAsync($"/api/public/bot/{Bot.Id}/taskContainmentReport/status/{start["_id"]}")).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Metrics_are_about_the_messages_of_users()
    {
        var page = (
            await BotApp.PostAsync(
                $"/api/public/bot/{Bot.Id}/getAnalytics",
                """
                {"type":"failintent","filters":{"from":"2026-02-20","to":"2026-03-01","channel":["rtm","slack"]},"limit":1000,"sort":{"order":"asc","by":"timestamp"}}
                """
            )
        ).Success();

        Assert.Equal(
            _truth
                .Where(session => session.Containment == "dropOff")
                .SelectMany(session => session.Messages)
                .Where(message => message.IsIncoming)
                .Select(message => message.Id),
            Texts(page["result"], "messageId")
        );
    }

    [Fact]
    public async Task Widgets_count_sessions_by_day_of_those_that_pass_the_filters()
    {
        var target = $"/api/public/bot/{Bot.Id}/dashboard/My dashboard/widget/Top 10?startDate=2026-02-20&endDate=2026-03-01".Replace(
            " ",
            "%20",
            StringComparison.Ordinal
        );
        var all = (await Admin.GetAsync(target)).Success();
        Assert.Equal(90, Sum(all));
        Assert.Equal("Top 10", all["name"]!.GetValue<string>());

        var some = (
            await Admin.PostAsync(target, """{"customFilters":[{"filterSource":"system","fieldName":"channel","values":["slack"]}]}""")
        ).Success();
        Assert.Equal(_truth.Count(session => session.Channel == "slack"), Sum(some));
        Assert.Equal(2, (await Admin.GetAsync(target + "&limit=2")).Success()["queryResponse"]!["queryResponse"]!.AsArray().Count);

        static int Sum(JsonNode widget) =>
            widget["queryResponse"]!["queryResponse"]!.AsArray().Sum(row => row!["sessions"]!.GetValue<int>());
    }

    private static string Usage(string period, string byBot, string from) =>
        $$"""
            {"fromDate":"{{from}}","toDate":"2026-03-01","unitType":["session","request","alert","conversations"],"groupByBot":"{{byBot}}","groupByPeriod":"{{period}}"}
            """;

    private async Task<JsonNode> ContainmentAsync(string body)
    {
        var target = $"/api/public/bot/{Bot.Id}/taskContainmentReport";
        var start = (await BotApp.PostAsync(target, body)).Success();
        return (await PollAsync(() => BotApp.GetAsync($"{target}/status/{start["_id"]}")))["tasksExecutionReport"]!;
    }
}
