using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Conversations;

public sealed class DeletionTests : AreaTest
{
    private string Target => $"/api/public/bot/{Bot.Id}/conversations/delete";

    [Fact]
    public async Task Named_conversations_are_gone_once_the_job_is_done_and_unknown_ones_skipped()
    {
        var truth = Platform.SeedSessions(Bot, 5);
        var others = Platform.SeedSessions(Platform.AddBot("Other"), 1);
        var start = await BotApp.PostAsync(
            Target,
            $$"""{"conversationIds":["{{truth[1].Id}}","{{truth[3].ConversationId}}","none","{{others[0].Id}}"]}"""
        );
        Assert.Equal(HttpStatusCode.Accepted, start.Status);
        Assert.Equal(6, Platform.Sessions.Count);

        var result = (await DoneAsync(start.Json))["result"]!;

        Assert.Equal((2, 2), (result["deletedCount"]!.GetValue<int>(), result["skippedCount"]!.GetValue<int>()));
        Assert.Equal([truth[0], truth[2], truth[4], others[0]], Platform.Sessions.OrderBy(session => session.Bot != Bot));
    }

    [Fact]
    public async Task Conversations_of_a_user_are_deleted_between_two_days()
    {
        var truth = Platform.SeedSessions(Bot, 40, new SessionSeed { Users = 2 });
        var user = truth[0].UserId;
        var start = await BotApp.PostAsync(Target, $$"""{"cId":"{{user}}","startDate":"2026-02-25","endDate":"2026-02-26"}""");

        await DoneAsync(start.Json);

        Assert.Equal(truth.Where(session => session.UserId != user || session.StartedOn.Day is not (25 or 26)), Platform.Sessions);
    }

    [Theory]
    [InlineData("""{"cId":"u","endDate":"2026-03-02"}""")]
    [InlineData("""{"conversationIds":"x"}""")]
    [InlineData("{}")]
    public async Task A_deletion_that_cannot_be_is_refused(string body) =>
        (await BotApp.PostAsync(Target, body)).Refusal(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Data_of_customers_is_erased_in_the_named_bots_or_in_all()
    {
        var other = Platform.AddBot("Other");
        var own = Platform.SeedSessions(Bot, 10, new SessionSeed { Users = 2 });
        Platform.SeedSessions(other, 10, new SessionSeed { Users = 2 });
        var customer = own[0];

        var status = await EraseAsync($$"""{"userIds":["{{customer.UserId}}"],"botIds":["{{Bot.Id}}"]}""");
        Assert.Equal("SUCCESS", Assert.Single(status["response"]!.AsArray())!["status"]!.GetValue<string>());
        Assert.Equal(15, Platform.Sessions.Count);

        await EraseAsync(
            $$"""{"userIds":["{{own[0].ChannelUserId}}",{"channel_id":"rtm","channel_user_id":"{{own[1].ChannelUserId}}"}],"RemoveDataFromAllBots":true}"""
        );
        Assert.Empty(Platform.Sessions);
    }

    [Fact]
    public async Task Members_of_the_account_and_nowhere_are_refused()
    {
        Platform.AddUser("member@example.com");

        Assert.Contains(
            "member of the account",
            await RefusalAsync("""{"userIds":["MEMBER@example.com"],"RemoveDataFromAllBots":true}"""),
            StringComparison.Ordinal
        );
        Assert.Contains("/botIds", await RefusalAsync("""{"userIds":["x"]}"""), StringComparison.Ordinal);
        Assert.Contains(
            "channel_user_id",
            await RefusalAsync("""{"userIds":[{"channel_id":"rtm"}],"RemoveDataFromAllBots":true}"""),
            StringComparison.Ordinal
        );

        async Task<string> RefusalAsync(string body) =>
            (await Admin.SendAsync("DELETE", "/api/public/bot/eraseUsersData", body)).Refusal(HttpStatusCode.BadRequest);
    }

    private Task<JsonNode> DoneAsync(JsonNode start) => PollAsync(() => BotApp.GetAsync($"{Target}/{start["jobId"]}"));

    private async Task<JsonNode> EraseAsync(string body)
    {
        var start = (await Admin.SendAsync("DELETE", "/api/public/bot/eraseUsersData", body)).Success();
        return await PollAsync(() => Admin.GetAsync($"/api/public/bot/eraseUsersData/status/{start["requestId"]}"));
    }
}
