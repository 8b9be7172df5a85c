using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Conversations;

/// <summary>Which deletions are accepted, and what they leave.</summary>
public sealed class DeletionRequestTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}/conversations/delete";

    [Theory]
    [InlineData("""{"conversationIds":["a"],"cId":"u-1"}""", "of the allowed shapes")]
    [InlineData("""{"startDate":"2026-02-01"}""", "is required")]
    [InlineData("""{"conversationIds":[7]}""", "/conversationIds/0")]
    [InlineData("""{"cId":7}""", "/cId: a string is expected")]
    [InlineData("""{"cId":"u-1","endDate":"soon"}""", "/endDate")]
    [InlineData("""{"cId":"u-1","startDate":""}""", "/startDate")]
    [InlineData("""{"cId":"u-1","startDate":"2026-02-02","endDate":"2026-02-01"}""", "before it begins")]
    [InlineData("""{"cId":"u-1","endDate":"2026-03-01T12:00:00.001Z"}""", "/endDate: it lies in the future")]
    public async Task A_deletion_of_nothing_or_of_two_things_is_refused(string body, string reason)
    {
        Platform.SeedSessions(Bot, 2);

        Assert.Contains(reason, (await BotApp.PostAsync(Target, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Equal(2, Platform.Sessions.Count);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.Accepted)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task A_hundred_conversations_are_named_at_most(int count, HttpStatusCode status)
    {
        var ids = new JsonArray([.. Enumerable.Range(0, count).Select(index => JsonValue.Create($"c-{index}"))]);

        Assert.Equal(status, (await BotApp.PostAsync(Target, new JsonObject { ["conversationIds"] = ids }.ToJsonString())).Status);
    }

    [Fact]
    public async Task Names_win_over_days()
    {
        var truth = Platform.SeedSessions(Bot, 3);

        var result = await DeleteAsync($$"""{"conversationIds":["{{truth[0].Id}}"],"startDate":"2026-03-01","endDate":"2026-03-01"}""");

        Assert.Equal(1, result["deletedCount"]!.GetValue<int>());
        Assert.Equal(truth.Skip(1), Platform.Sessions);
    }

    [Fact]
    public async Task What_is_named_twice_is_counted_once_and_what_has_gone_is_skipped()
    {
        var id = Platform.SeedSessions(Bot, 1)[0].Id;
        var body = $$"""{"conversationIds":["{{id}}","{{id}}"]}""";

        Assert.Equal((1, 0), Counts(await DeleteAsync(body)));
        Assert.Equal((0, 1), Counts(await DeleteAsync(body)));

        static (int Deleted, int Skipped) Counts(JsonNode result) =>
            (result["deletedCount"]!.GetValue<int>(), result["skippedCount"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","endDate":"2026-03-01" """)]
    [InlineData(""","startDate":"0001-01-01" """)]
    public async Task A_user_without_days_is_forgotten_in_this_bot_only(string days)
    {
        var other = Platform.AddBot("Other");
        var own = Platform.SeedSessions(Bot, 4, new SessionSeed { Users = 2 });
        Platform.SeedSessions(other, 2, new SessionSeed { Users = 1 });

        await DeleteAsync($$"""{"cId":"{{own[0].UserId}}"{{days}}}""");

        Assert.Equal([own[1], own[3]], Platform.Sessions.Where(session => session.Bot == Bot));
        Assert.Equal(2, Platform.Sessions.Count(session => session.Bot == other));
    }

    [Fact]
    public async Task A_queued_deletion_has_no_result_and_belongs_to_its_bot()
    {
        var id = (await BotApp.PostAsync(Target, """{"cId":"u-1"}""")).Json["jobId"]!.GetValue<string>();

        var status = (await BotApp.GetAsync($"{Target}/{id}")).Success().AsObject();

        Assert.Equal(("queued", "cId"), (status["status"]!.GetValue<string>(), status["requestType"]!.GetValue<string>()));
        Assert.False(status.ContainsKey("result") || status.ContainsKey("completedAt"));
        var other = Platform.AddBot("Other").Id;
        (await BotApp.GetAsync($"/api/public/bot/{other}/conversations/delete/{id}")).Refusal(HttpStatusCode.NotFound);
    }

    private async Task<JsonNode> DeleteAsync(string body)
    {
        var start = await BotApp.PostAsync(Target, body);
        Assert.True(start.Status == HttpStatusCode.Accepted, start.Text);
        return (await PollAsync(() => BotApp.GetAsync($"{Target}/{start.Json["jobId"]}")))["result"]!;
    }
}
