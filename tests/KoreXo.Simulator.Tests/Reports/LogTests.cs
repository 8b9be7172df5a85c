using System.Net;

namespace KoreXo.Simulator.Tests.Reports;

public sealed class LogTests : AreaTest
{
    [Fact]
    public async Task Debug_logs_are_those_of_one_identity_on_one_channel()
    {
        var truth = Platform.SeedSessions(Bot, 8, new SessionSeed { Users = 2, Channels = ["rtm", "smartassist"] });
        var session = truth[0];
        var logs = await DebugAsync(session.ChannelUserId);
        Assert.Equal(
            truth
                .Where(one => one.UserId == session.UserId && one.Channel == "rtm")
                .SelectMany(one => one.Messages)
                .Select(message => message.Id),
            logs
        );

        var voice = truth.First(one => one.Channel == "smartassist");
        Assert.Equal(6, (await DebugAsync($"5f1a2b3c4d5e6f7081920a01/smartassist/{voice.Id}", "&channelType=smartassist")).Count);
        Assert.Empty(await DebugAsync(voice.ChannelUserId, "&channelType=smartassist"));
    }

    [Fact]
    public async Task Translation_logs_need_a_session_or_a_moment_and_are_oldest_first()
    {
        var session = Platform.SeedSessions(Bot, 3)[1];
        var target = $"/api/1.1/{Bot.Id}/translationlogs";
        (await BotApp.GetAsync(target)).Refusal(HttpStatusCode.BadRequest);

        var times = Texts((await BotApp.GetAsync($"{target}?sessionId={session.Id}")).Success(), "timestamp").ToList();
        Assert.Equal(3, times.Count);
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.Equal(9, (await BotApp.GetAsync($"{target}?fromDate=2026-02-01")).Success().AsArray().Count);
    }

    [Fact]
    public async Task Language_model_logs_are_sorted_and_narrowed()
    {
        var truth = Platform.SeedSessions(Bot, 12, new SessionSeed { Users = 3 });

        var sorted = (await LlmAsync(""","sort":{"field":"Time Taken","order":"desc"}"""))
            .Select(log => log["Time Taken"]!.GetValue<int>())
            .ToList();
        Assert.Equal(sorted.OrderDescending(), sorted);
        Assert.Equal(12, sorted.Count);
        var user = truth[0].UserId;
        Assert.Equal(4, (await LlmAsync($$""","userIds":["{{user}}"]""")).Count);
        Assert.Empty(await LlmAsync(""","featureName":["Agent Node"]"""));
        Assert.Empty(await LlmAsync(""","taskId":"none" """));
        Assert.Empty(await LlmAsync(""","skip":"99999999999999999999" """));
    }

    [Theory]
    [InlineData("""{"dateFrom":"2025-11-30","dateTo":"2026-03-01","limit":"5"}""")]
    [InlineData("""{"dateFrom":"2026-02-01","dateTo":"2026-03-01","limit":5}""")]
    [InlineData("""{"dateFrom":"2026-02-01","dateTo":"2026-03-01","limit":"x"}""")]
    public async Task Language_model_logs_that_cannot_be_asked_for_are_refused(string body) =>
        (await BotApp.PostAsync($"/api/1.1/public/bot/{Bot.Id}/getLLMUsageLogs", body)).Refusal(HttpStatusCode.BadRequest);

    private async Task<List<string>> DebugAsync(string identity, string query = "") =>
        [
            .. Texts(
                (await BotApp.GetAsync($"/api/1.1/{Bot.Id}/debuglogs?identity={Uri.EscapeDataString(identity)}{query}")).Success(),
                "debugMessage"
            ),
        ];

    private async Task<List<System.Text.Json.Nodes.JsonNode>> LlmAsync(string more)
    {
        var body = $$"""{"dateFrom":"2026-02-01","dateTo":"2026-03-01","limit":"100"{{more}}}""";
        return
        [
            .. (await BotApp.PostAsync($"/api/1.1/public/bot/{Bot.Id}/getLLMUsageLogs", body))
                .Success()
                .AsArray()
                .OfType<System.Text.Json.Nodes.JsonNode>(),
        ];
    }
}
