using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Reports;

public sealed class ContainmentTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}/taskContainmentReport";

    [Theory]
    [InlineData("2026-02-25T23:30:00-05:00", "2026-02-26")]
    [InlineData("2026-02-26T01:00:00+14:00", "2026-02-25")]
    public async Task Days_are_those_of_UTC_wherever_the_session_was(string started, string day)
    {
        var from = DateTimeOffset.Parse(started, System.Globalization.CultureInfo.InvariantCulture);
        Platform.SeedSessions(Bot, 1, new SessionSeed { From = from, To = from.AddMinutes(10) });

        var report = await ReportAsync("""{"filters":{"dateFrom":"2026-02-24","dateTo":"2026-02-28"}}""");

        Assert.Equal([day], report["data"]!.AsObject().Select(entry => entry.Key));
        Assert.Equal(day, report["data"]![day]![0]!["dateRange"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"filters":{"dateFrom":"9999-12-30"}}""")]
    [InlineData("""{"filters":{"dateTo":"0001-01-02"}}""")]
    [InlineData("""{"filters":{"dateFrom":"9999-12-31T23:59:59.999Z"}}""")]
    public async Task A_window_that_time_cuts_short_is_empty(string body) =>
        Assert.Equal(0, (await ReportAsync(body))["total"]!.GetValue<int>());

    [Fact]
    public async Task A_first_day_alone_reaches_seven_days_on()
    {
        Seed(new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero), days: 10);

        var report = await ReportAsync("""{"filters":{"dateFrom":"2026-02-11"}}""");

        Assert.Equal(Enumerable.Range(11, 8).Select(day => $"2026-02-{day}"), report["data"]!.AsObject().Select(entry => entry.Key));
    }

    [Theory]
    [InlineData("""{"filters":{"dateFrom":"2026-02-02","dateTo":"2026-02-01"}}""", "before it begins")]
    [InlineData("""{"filters":{"AggregationType":"Weekly"}}""", "/filters/AggregationType")]
    [InlineData("""{"filters":{"ConversationStatus":"open"}}""", "/filters/ConversationStatus")]
    [InlineData("""{"filters":{"includeTaskName":"Welcome"}}""", "/filters/includeTaskName")]
    [InlineData("""{"filters":[]}""", "/filters")]
    public async Task Filters_that_the_page_does_not_have_are_refused(string body, string reason) =>
        Assert.Contains(reason, (await BotApp.PostAsync(Target, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Theory]
    [InlineData("", 3)]
    [InlineData("?limit=2", 2)]
    [InlineData("?skip=2", 1)]
    [InlineData("?skip=3&limit=5", 0)]
    public async Task The_rows_of_the_report_are_chosen_by_its_start(string page, int rows)
    {
        Seed(new DateTimeOffset(2026, 2, 20, 0, 0, 0, TimeSpan.Zero), days: 3);

        Assert.Equal(rows, (await ReportAsync("""{"filters":{"dateFrom":"2026-02-20"}}""", page))["data"]!.AsObject().Count);
    }

    [Theory]
    [InlineData("?skip=-1")]
    [InlineData("?limit=0")]
    [InlineData("?limit=x")]
    public async Task A_page_that_is_none_is_refused(string page) =>
        (await BotApp.PostAsync(Target + page, "{}")).Refusal(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("""{"filters":{"ConversationStatus":"Active"}}""", 0)]
    [InlineData("""{"filters":{"ConversationStatus":"Closed"}}""", 12)]
    [InlineData("""{"filters":{"ConversationType":"Non-Interactive"}}""", 3)]
    [InlineData("""{"filters":{"includeTaskName":["Daily alert","none"]}}""", 3)]
    [InlineData("""{"filters":{"includeTaskName":[]}}""", 12)]
    public async Task Executions_are_those_that_pass_the_filters(string body, int executions)
    {
        Platform.SeedSessions(Bot, 12, new SessionSeed { AlertEvery = 4 });

        Assert.Equal(executions, Rows(await ReportAsync(body)).Sum(row => row["totalExecution"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Shares_are_in_percent_with_two_digits()
    {
        Platform.SeedSessions(Bot, 3);

        var row = Rows(await ReportAsync("""{"filters":{"AggregationType":"Cumulative"}}""")).Single();

        Assert.Equal(
            (33.33, 33.33, 33.33),
            (
                row["selfServiceSessionsInPercentage"]!.GetValue<double>(),
                row["dropOffSessionsInPercentage"]!.GetValue<double>(),
                row["agentTransferSessionsInPercentage"]!.GetValue<double>()
            )
        );
        Assert.Equal("2026-02-23 - 2026-02-27", row["dateRange"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_report_has_no_rows_while_it_runs_and_belongs_to_its_bot()
    {
        Platform.SeedSessions(Bot, 3);
        var id = (await BotApp.PostAsync(Target, "{}")).Success()["_id"]!.GetValue<string>();

        var running = (await BotApp.GetAsync($"{Target}/status/{id}")).Success();

        Assert.Equal("IN_PROGRESS", running["status"]!.GetValue<string>());
        Assert.Null(running["tasksExecutionReport"]);
        var other = Platform.AddBot("Other").Id;
        (await BotApp.GetAsync($"/api/public/bot/{other}/taskContainmentReport/status/{id}")).Refusal(HttpStatusCode.NotFound);
    }

    private void Seed(DateTimeOffset from, int days) =>
        Platform.SeedSessions(Bot, days, new SessionSeed { From = from, To = from.AddDays(days) });

    private async Task<JsonNode> ReportAsync(string body, string page = "")
    {
        var start = (await BotApp.PostAsync(Target + page, body)).Success();
        return (await PollAsync(() => BotApp.GetAsync($"{Target}/status/{start["_id"]}")))["tasksExecutionReport"]!;
    }

    private static IEnumerable<JsonNode> Rows(JsonNode report) =>
        report["data"]!.AsObject().SelectMany(day => day.Value!.AsArray()).OfType<JsonNode>();
}
