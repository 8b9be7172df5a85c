using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Reports;

/// <summary>Metrics and widgets: which records a request selects.</summary>
public sealed class MetricTests : AreaTest
{
    private IReadOnlyList<SimulatedSession> _truth = [];

    private string Target => $"/api/public/bot/{Bot.Id}/getAnalytics";

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        _truth = Platform.SeedSessions(
            Bot,
            12,
            new SessionSeed
            {
                Users = 2,
                Channels = ["rtm", "slack"],
                MessagesPerSession = 3,
                AlertEvery = 6,
            }
        );
    }

    [Theory]
    [InlineData("performance", 12)]
    [InlineData("successintent", 8)]
    [InlineData("successtask", 8)]
    [InlineData("failintent", 4)]
    [InlineData("failtask", 4)]
    [InlineData("unhandledutterance", 4)]
    public async Task Kinds_of_metrics_divide_the_messages(string type, int count)
    {
        var page = await MetricsAsync(type);

        Assert.Equal(count, page["totalCount"]!.GetValue<int>());
        Assert.All(Texts(page["result"], "_id"), id => Assert.StartsWith(type + "-ms-", id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(""","channel":["slack"]""", 12)]
    [InlineData(""","channel":["rtm","slack"]""", 24)]
    [InlineData(""","channel":[]""", 12)]
    [InlineData(""","isDeveloper":true""", 0)]
    [InlineData(""","isAmbiguous":true""", 0)]
    [InlineData(""","isDeveloper":false,"isAmbiguous":false""", 12)]
    [InlineData(""","taskId":["none"]""", 0)]
    [InlineData(""","userId":["nobody"]""", 0)]
    [InlineData(""","userId":["customer1@example.com"]""", 6)]
    [InlineData(""","channelUIds":["CUSTOMER1@example.com","customer2@example.com"]""", 12)]
    [InlineData(""","channel":["slack","rtm"],"tags":{"and":[{"type":"session","name":"channel","values":["slack"]}]}""", 12)]
    [InlineData(""","tags":{"and":[{"type":"session","name":"channel","values":["slack"]}]}""", 0)]
    [InlineData(""","tags":{"and":[{"type":"session","name":"other","values":["rtm"]}]}""", 0)]
    public async Task Filters_all_have_to_match(string filters, int count) =>
        Assert.Equal(count, (await MetricsAsync("performance", filters))["totalCount"]!.GetValue<int>());

    [Theory]
    [InlineData("", false)]
    [InlineData(""","sort":{"order":"desc","by":"timestamp"}""", false)]
    [InlineData(""","sort":{"order":"asc","by":"timestamp"}""", true)]
    public async Task The_latest_come_first_unless_the_earliest_are_asked_for(string sort, bool isAscending)
    {
        var times = Texts((await MetricsAsync("performance", "", sort))["result"], "timestamp").ToList();

        Assert.Equal(isAscending ? times.Order(StringComparer.Ordinal) : times.OrderDescending(StringComparer.Ordinal), times);
    }

    [Theory]
    [InlineData("""{"type":"performance","filters":{"from":"2026-03-01","to":"2026-02-01"},"limit":1}""", "before it begins")]
    [InlineData("""{"type":"all","filters":{"from":"2026-02-01","to":"2026-03-01"},"limit":1}""", "/type")]
    [InlineData("""{"type":"performance","filters":{"from":"2026-02-01"},"limit":1}""", "/filters/to")]
    [InlineData("""{"type":"performance","filters":{"from":"2026-02-01","to":"2026-03-01"}}""", "/limit")]
    [InlineData("""{"type":"performance","filters":{"from":"2026-02-01","to":"2026-03-01","userId":"u"},"limit":1}""", "/filters/userId")]
    [InlineData(
        """{"type":"performance","filters":{"from":"2026-02-01","to":"2026-03-01"},"limit":1,"sort":{"order":"up","by":"timestamp"}}""",
        "/sort/order"
    )]
    public async Task A_request_that_the_page_does_not_allow_is_refused(string body, string reason) =>
        Assert.Contains(reason, (await BotApp.PostAsync(Target, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Fact]
    public async Task A_record_tells_its_own_message_session_and_user()
    {
        var message = _truth[^1].Messages[2];
        var body = $$"""
            {"type":"performance","filters":{"from":"2026-02-20","to":"2026-03-01","channel":["{{message.Session.Channel}}"]},"limit":1}
            """;

        var record = (await BotApp.PostAsync(Target, body)).Success()["result"]![0]!;

        Assert.Equal(
            (message.Id, message.Session.Id, message.Text, message.Session.UserId, "Daily alert"),
            (
                record["messageId"]!.GetValue<string>(),
                record["sessionId"]!.GetValue<string>(),
                record["utterance"]!.GetValue<string>(),
                record["userId"]!.GetValue<string>(),
                record["taskName"]!.GetValue<string>()
            )
        );
    }

    [Theory]
    [InlineData("channel", "slack", 6)]
    [InlineData("userId", "customer1@example.com", 6)]
    [InlineData("user", "nobody", 0)]
    [InlineData("language", "xx", 12)]
    public async Task A_widget_knows_the_fields_of_its_data(string field, string value, int sessions)
    {
        var body = $$"""{"customFilters":[{"filterSource":"system","fieldName":"{{field}}","values":["{{value}}"]}]}""";

        var widget = (await Admin.PostAsync(Widget("Use", "2026-02-20", "2026-03-01"), body)).Success();

        Assert.Equal(sessions, widget["queryResponse"]!["queryResponse"]!.AsArray().Sum(row => row!["sessions"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_widget_keeps_its_id_and_another_has_another()
    {
        Assert.Equal(await IdAsync("A"), await IdAsync("A"));
        Assert.NotEqual(await IdAsync("A"), await IdAsync("a"));

        async Task<string> IdAsync(string name) =>
            (await Admin.GetAsync(Widget(name, "2026-02-20", "2026-03-01"))).Success()["_id"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_days_of_a_widget_are_whole()
    {
        var query = (await Admin.GetAsync(Widget("Use", "2026-02-20", "2026-02-21"))).Success()["sqlQuery"]!;

        Assert.Equal(
            ("2026-02-20T00:00:00.000Z", "2026-02-22T00:00:00.000Z"),
            (query["startDate"]!.GetValue<string>(), query["endDate"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("2026-02-21", "2026-02-20", "")]
    [InlineData("2026-02-20", "2026-02-21", "&limit=51")]
    [InlineData("2026-02-20", "2026-02-21", "&limit=0")]
    [InlineData("2026-02-20", "tomorrow", "")]
    public async Task A_widget_of_no_days_or_of_too_many_rows_is_refused(string start, string end, string more) =>
        (await Admin.GetAsync(Widget("Use", start, end) + more)).Refusal(HttpStatusCode.BadRequest);

    private string Widget(string name, string start, string end) =>
        $"/api/public/bot/{Bot.Id}/dashboard/Main/widget/{name}?startDate={start}&endDate={end}";

    private async Task<JsonNode> MetricsAsync(string type, string filters = "", string more = "") =>
        (
            await BotApp.PostAsync(
                Target,
                $$$"""{"type":"{{{type}}}","filters":{"from":"2026-02-20","to":"2026-03-01"{{{filters}}}},"limit":1000{{{more}}}}"""
            )
        ).Success();
}
