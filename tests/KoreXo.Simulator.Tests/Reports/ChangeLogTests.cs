using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Reports;

/// <summary>Logs that are bare lists: their order, their pages and what they leave out.</summary>
public sealed class ChangeLogTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}/changelogs";

    [Theory]
    [InlineData("?limit=2", 0, 2)]
    [InlineData("?limit=2&offset=1", 2, 2)]
    [InlineData("?limit=2&offset=2", 4, 1)]
    [InlineData("?limit=2&offset=3", 5, 0)]
    [InlineData("?offset=9223372036854775807&limit=50", 5, 0)]
    public async Task The_offset_is_the_number_of_a_page(string page, int first, int count)
    {
        var ids = Platform.SeedChanges(Bot, 5).Select(change => change.Id).Reverse().ToList();

        var read = Texts((await Admin.GetAsync(Target + page)).Success(), "_id");

        Assert.Equal(ids.Skip(first).Take(count), read);
    }

    [Theory]
    [InlineData("?offset=-1", "offset")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=51", "limit")]
    [InlineData("?startDate=2026-03-02&endDate=2026-03-01", "before it begins")]
    [InlineData("?startDate=today", "startDate")]
    public async Task A_page_or_window_that_is_none_is_refused(string query, string reason) =>
        Assert.Contains(reason, (await Admin.GetAsync(Target + query)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Theory]
    [InlineData("?startDate=2026-03-01", 1)]
    [InlineData("?startDate=2026-03-02", 0)]
    [InlineData("?endDate=2026-02-28", 0)]
    [InlineData("?endDate=2026-03-01", 1)]
    public async Task Changes_are_those_of_the_days_that_are_asked_for(string query, int count)
    {
        Platform.SeedChanges(Bot, 1);

        Assert.Equal(count, (await Admin.GetAsync(Target + query)).Success().AsArray().Count);
    }

    [Fact]
    public async Task A_change_names_who_made_it_and_belongs_to_its_bot()
    {
        var app = Platform.AddAppWithAllScopes(AppKind.Admin);
        (await As(app).PostAsync($"/api/public/bot/{Bot.Id}/ml/train", json: null)).Success();

        var change = Assert.Single((await Admin.GetAsync(Target)).Success().AsArray())!;

        Assert.Equal(
            ("Training of en started", "stream", Bot.Id),
            (change["message"]!.GetValue<string>(), change["resourceType"]!.GetValue<string>(), change["streamId"]!.GetValue<string>())
        );
        Assert.Equal(change["userId"]!["id"]!.GetValue<string>(), change["userId"]!["_id"]!.GetValue<string>());
        Assert.Empty((await Admin.GetAsync($"/api/public/bot/{Platform.AddBot("Other").Id}/changelogs")).Success().AsArray());
    }

    [Theory]
    [InlineData("&minimumInfo=true", "timestamp,debugTitle,debugLevel,debugMessage")]
    [InlineData("&minimumInfo=false", "timestamp,debugTitle,debugLevel,debugMessage,nomatch_count,noinput_count,debugDetail,metaInfo")]
    public async Task A_short_debug_log_has_four_members(string query, string members)
    {
        var session = Platform.SeedSessions(Bot, 1)[0];

        var log = (await DebugAsync($"?identity={session.UserId}{query}&limit=1"))[0]!;

        Assert.Equal(members, string.Join(',', log.AsObject().Select(member => member.Key)));
    }

    [Fact]
    public async Task The_voice_of_a_call_is_in_the_log_of_what_the_user_said()
    {
        var session = Platform.SeedSessions(Bot, 1, new SessionSeed { Channels = ["smartassist"], MessagesPerSession = 2 })[0];
        var identity = Uri.EscapeDataString($"5f1a2b3c4d5e6f7081920a01/smartassist/{session.Id}");

        var logs = await DebugAsync($"?identity={identity}&channelType=smartassist");

        Assert.Equal(session.Messages[0].Text, logs[0]!["VGdebugDetail"]!["inputMessage"]!.GetValue<string>());
        Assert.Null(logs[1]!["VGdebugDetail"]);
    }

    [Theory]
    [InlineData("?limit=50", "identity")]
    [InlineData("?identity=u&limit=51", "limit")]
    [InlineData("?identity=u&offset=-1", "offset")]
    [InlineData("?identity=u&minimumInfo=yes", "minimumInfo")]
    [InlineData("?identity=u&fromDate=2026-02-02&toDate=2026-02-01", "before it begins")]
    public async Task A_debug_log_that_the_page_does_not_allow_is_refused(string query, string reason) =>
        Assert.Contains(
            reason,
            (await BotApp.GetAsync($"/api/1.1/{Bot.Id}/debuglogs{query}")).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Debug_logs_are_paged_from_the_oldest()
    {
        var messages = Platform.SeedSessions(Bot, 1, new SessionSeed { MessagesPerSession = 5 })[0].Messages;
        var user = messages[0].Session.UserId;

        Assert.Equal([messages[2].Id, messages[3].Id], Texts(await DebugAsync($"?identity={user}&offset=2&limit=2"), "debugMessage"));
        Assert.Empty(await DebugAsync($"?identity={user}&offset=5"));
    }

    [Theory]
    [InlineData("?sessionId=none", 0)]
    [InlineData("?toDate=2026-03-01", 3)]
    [InlineData("?fromDate=2026-03-01", 0)]
    [InlineData("?toDate=2026-03-01&limit=2&offset=2", 1)]
    public async Task Translations_are_those_of_what_users_said(string query, int count)
    {
        Platform.SeedSessions(Bot, 1);

        Assert.Equal(count, (await BotApp.GetAsync($"/api/1.1/{Bot.Id}/translationlogs{query}")).Success().AsArray().Count);
    }

    [Theory]
    [InlineData("""{"field":"Time Taken"}""", true)]
    [InlineData("""{"field":"Time Taken","order":"asc"}""", true)]
    [InlineData("""{"field":"Time Taken","order":"desc"}""", false)]
    public async Task The_use_of_models_is_sorted_upwards_unless_told_otherwise(string sort, bool isAscending)
    {
        Platform.SeedSessions(Bot, 6);

        var times = (await LlmAsync($$""","sort":{{sort}}""")).Select(log => log!["Time Taken"]!.GetValue<int>()).ToList();

        Assert.Equal(isAscending ? times.Order() : times.OrderDescending(), times);
        Assert.Equal(6, times.Count);
    }

    [Theory]
    [InlineData(""","skip":"2" """, 2)]
    [InlineData(""","skip":"4" """, 0)]
    [InlineData(""","channel":["slack"]""", 0)]
    [InlineData(""","channel":[]""", 4)]
    [InlineData(""","channelUserIds":["customer1@example.com"]""", 2)]
    [InlineData(""","featureName":["GenAI Node","Agent Node"]""", 4)]
    [InlineData(""","taskId":["none","other"]""", 0)]
    public async Task The_use_of_models_is_narrowed_by_all_filters(string more, int count)
    {
        Platform.SeedSessions(Bot, 4, new SessionSeed { Users = 2 });

        Assert.Equal(count, (await LlmAsync(more)).Count);
    }

    private async Task<JsonArray> DebugAsync(string query) =>
        (await BotApp.GetAsync($"/api/1.1/{Bot.Id}/debuglogs{query}")).Success().AsArray();

    private async Task<JsonArray> LlmAsync(string more) =>
        (
            await BotApp.PostAsync(
                $"/api/1.1/public/bot/{Bot.Id}/getLLMUsageLogs",
                $$"""{"dateFrom":"2026-02-01","dateTo":"2026-03-01","limit":"100"{{more}}}"""
            )
        )
            .Success()
            .AsArray();
}
