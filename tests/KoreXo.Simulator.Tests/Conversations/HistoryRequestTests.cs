using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Conversations;

/// <summary>Requests for histories that are wrong, or at an edge.</summary>
public sealed class HistoryRequestTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}/getMessages";

    private string Lite => $"/api/public/bot/{Bot.Id}/messages-lite";

    [Theory]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"channel":"rtm","channel":"slack"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"channel":"\ud800"}""")]
    public async Task Tags_that_are_no_object_of_valid_names_are_refused(string tags) =>
        Assert.Contains(
            "'tags'",
            (await Admin.GetAsync($"{Target}?userId=u&tags={Uri.EscapeDataString(tags)}")).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""{"channel":"rtm"}""", 6)]
    [InlineData("""{"channel":"slack"}""", 0)]
    [InlineData("""{"channel":1}""", 0)]
    [InlineData("""{"other":"rtm"}""", 0)]
    [InlineData("{}", 6)]
    public async Task Tags_all_have_to_match(string tags, int messages)
    {
        var user = Platform.SeedSessions(Bot, 1)[0].UserId;

        var page = (await Admin.GetAsync($"{Target}?userId={user}&tags={Uri.EscapeDataString(tags)}")).Success();

        Assert.Equal(messages, page["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""{"limit":0}""", "/limit")]
    [InlineData("""{"skip":-1}""", "/skip")]
    [InlineData("""{"offset":"1"}""", "/offset")]
    [InlineData("""{"sessionId":"one"}""", "/sessionId")]
    [InlineData("""{"forward":"yes"}""", "/forward")]
    [InlineData("""{"dateFrom":"2026-02-30"}""", "/dateFrom: a date and time")]
    [InlineData("""{"dateFrom":""}""", "/dateFrom")]
    [InlineData("""{"dateFrom":"2026-02-02","dateTo":"2026-02-01"}""", "before it begins")]
    public async Task A_body_that_the_page_does_not_allow_is_refused(string body, string reason)
    {
        foreach (var target in new[] { Target, Target + "V2", "/api/public/getMessages" })
        {
            Assert.Contains(reason, (await Admin.PostAsync(target, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"skip":5}""", 1, false)]
    [InlineData("""{"offset":5}""", 1, false)]
    [InlineData("""{"skip":1,"offset":5}""", 5, false)]
    [InlineData("""{"skip":6}""", 0, false)]
    [InlineData("""{"skip":9223372036854775807,"limit":100}""", 0, false)]
    [InlineData("""{"limit":5}""", 5, true)]
    [InlineData("""{"limit":1e0}""", 1, true)]
    public async Task Skip_and_offset_are_one_and_skip_wins(string body, int count, bool more)
    {
        Platform.SeedSessions(Bot, 1);

        var page = (await Admin.PostAsync(Target, body)).Success();

        Assert.Equal(
            (6, count, more),
            (page["total"]!.GetValue<int>(), page["messages"]!.AsArray().Count, page["moreAvailable"]!.GetValue<bool>())
        );
    }

    [Fact]
    public async Task A_message_of_another_bot_is_no_anchor()
    {
        var other = Platform.SeedSessions(Platform.AddBot("Other"), 1)[0].Messages[0];
        var body = $$"""{"msgId":"{{other.Id}}"}""";

        Assert.Contains("/msgId", (await Admin.PostAsync(Target, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        (await Admin.PostAsync("/api/public/getMessages", body)).Success();
    }

    [Fact]
    public async Task An_anchor_need_not_be_among_the_sessions_that_are_asked_for()
    {
        var truth = Platform.SeedSessions(Bot, 3, new SessionSeed { MessagesPerSession = 2 });
        var body = $$"""{"msgId":"{{truth[1].Messages[0].Id}}","direction":1,"sessionId":["{{truth[2].Id}}","{{truth[0].Id}}"]}""";

        var page = (await Admin.PostAsync(Target, body)).Success();

        Assert.Equal([truth[2].Messages[1].Id, truth[2].Messages[0].Id], Texts(page["messages"], "_id"));
    }

    [Theory]
    [InlineData("{}", "/userId")]
    [InlineData("""{"userId":"u","limit":1001}""", "/limit")]
    [InlineData("""{"userId":"u","type":["both"]}""", "/type/0")]
    [InlineData("""{"userId":"u","type":"incoming"}""", "/type")]
    [InlineData("""{"userId":"u","dateFrom":"2026-02-02","dateTo":"2026-02-01"}""", "before it begins")]
    [InlineData("""{"userId":null}""", "/userId")]
    public async Task A_lightweight_history_needs_a_user_and_knows_two_directions(string body, string reason) =>
        Assert.Contains(reason, (await Admin.PostAsync(Lite, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Theory]
    [InlineData(""","type":["incoming","outgoing"]""", 6)]
    [InlineData(""","type":[]""", 6)]
    [InlineData(""","type":["outgoing"]""", 3)]
    [InlineData(""","isDeveloper":true""", 0)]
    [InlineData(""","channelType":"web-sdk" """, 6)]
    [InlineData(""","channelType":"email" """, 0)]
    [InlineData(""","channelUId":"Customer1@Example.com" """, 6)]
    [InlineData(""","channelUId":"other" """, 0)]
    [InlineData(""","sessionId":"none" """, 0)]
    [InlineData(""","unknown":{"a":[1]}""", 6)]
    public async Task Lightweight_filters_all_have_to_match(string more, int messages)
    {
        var user = Platform.SeedSessions(Bot, 1)[0].UserId;

        var page = (await Admin.PostAsync(Lite, $$"""{"userId":"{{user}}"{{more}}}""")).Success();

        Assert.Equal(messages, page["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_lightweight_message_goes_from_its_sender_to_its_receiver()
    {
        var session = Platform.SeedSessions(Bot, 1)[0];

        var messages = (await Admin.GetAsync($"{Lite}?userId={session.UserId}&limit=2")).Success()["messages"]!;

        Assert.Equal([(Bot.Id, session.UserId), (session.UserId, Bot.Id)], messages.AsArray().Select(Ends));

        static (string From, string To) Ends(JsonNode? message) =>
            (message!["channels"]![0]!["from"]!.GetValue<string>(), message["channels"]![0]!["to"]!.GetValue<string>());
    }
}
