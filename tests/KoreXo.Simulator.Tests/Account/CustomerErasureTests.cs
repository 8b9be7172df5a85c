using System.Net;

namespace KoreXo.Simulator.Tests.Account;

/// <summary>Which deletions of customer data start, and when the data is gone.</summary>
public sealed class CustomerErasureTests : AreaTest
{
    private const string Target = "/api/public/bot/eraseUsersData";

    [Theory]
    [InlineData("""{"userIds":["x"]}""", "at /botIds: it is required unless RemoveDataFromAllBots is set")]
    [InlineData("""{"userIds":["x"],"botIds":[]}""", "at /botIds: it is required")]
    [InlineData("""{"userIds":["x"],"botIds":[],"RemoveDataFromAllBots":false}""", "at /botIds: it is required")]
    [InlineData("""{"userIds":["x"],"removeDataFromAllBots":true}""", "at /botIds: it is required")]
    [InlineData("""{"RemoveDataFromAllBots":true}""", "at /userIds: it is required")]
    [InlineData("""{"userIds":[],"RemoveDataFromAllBots":true}""", "at /userIds: at least one customer is expected")]
    [InlineData("""{"userIds":"x","RemoveDataFromAllBots":true}""", "at /userIds: an array is expected")]
    [InlineData("""{"userIds":["x"],"RemoveDataFromAllBots":"true"}""", "at /RemoveDataFromAllBots: true or false is expected")]
    [InlineData("""{"userIds":["x",{"channel_id":"rtm"}],"RemoveDataFromAllBots":true}""", "at /userIds/1/channel_user_id: it is required")]
    [InlineData("""{"userIds":["x","A@example.com"],"RemoveDataFromAllBots":true}""", "at /userIds/1: the data of a member of the account")]
    [InlineData(
        """{"userIds":[{"channel_user_id":"a@example.com"}],"RemoveDataFromAllBots":true}""",
        "at /userIds/0: the data of a member of the account"
    )]
    public async Task A_deletion_that_cannot_be_is_refused(string body, string reason)
    {
        Platform.AddUser("a@example.com");

        Assert.Contains(
            reason,
            (await Admin.SendAsync("DELETE", Target, body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_member_is_known_by_id_too()
    {
        var member = Platform.AddUser("a@example.com");

        (await Admin.SendAsync("DELETE", Target, $$"""{"userIds":["{{member.Id}}"],"RemoveDataFromAllBots":true}""")).Refusal(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task A_bot_that_is_not_there_is_not_found_and_nothing_starts()
    {
        var body = $$"""{"userIds":["x"],"botIds":["{{Bot.Id}}","st-none"]}""";

        Assert.Equal("There is no bot 'st-none'.", (await Admin.SendAsync("DELETE", Target, body)).Refusal(HttpStatusCode.NotFound));
        Assert.Empty(await LogAsync());
    }

    [Fact]
    public async Task The_bots_are_ignored_where_all_are_meant()
    {
        var body = """{"userIds":["x"],"botIds":["st-none"],"RemoveDataFromAllBots":true}""";

        var start = (await Admin.SendAsync("DELETE", Target, body)).Success();

        Assert.Equal("in-progress", start["status"]!.GetValue<string>());
        Assert.StartsWith("eud-", start["requestId"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_is_there_until_the_call_that_reports_it_gone()
    {
        var customer = Platform.SeedSessions(Bot, 1)[0].UserId;
        var id = await StartAsync($$"""["{{customer}}","nobody"]""");

        for (var call = 1; call < 3; call++)
        {
            Assert.Empty((await Admin.GetAsync($"{Target}/status/{id}")).Success()["response"]!.AsArray());
            Assert.Single(Platform.Sessions);
        }

        var done = (await Admin.GetAsync($"{Target}/status/{id}")).Success();

        Assert.Equal([customer, "nobody"], Texts(done["response"], "userId"));
        Assert.Equal(["SUCCESS", "SUCCESS"], Texts(done["response"], "status"));
        Assert.Empty(Platform.Sessions);
    }

    [Fact]
    public async Task Data_that_comes_after_the_deletion_stays()
    {
        var customer = Platform.SeedSessions(Bot, 1, new SessionSeed { Users = 1 })[0].UserId;
        var id = await StartAsync($$"""["{{customer}}"]""");
        await PollAsync(() => Admin.GetAsync($"{Target}/status/{id}"));

        Platform.SeedSessions(Bot, 2, new SessionSeed { Users = 1 });
        (await Admin.GetAsync($"{Target}/status/{id}")).Success();

        Assert.Equal(2, Platform.Sessions.Count);
    }

    [Theory]
    [InlineData("eud-none")]
    [InlineData("%20")]
    public async Task The_status_of_another_id_is_not_found(string id)
    {
        await StartAsync("""["x"]""");

        (await Admin.GetAsync($"{Target}/status/{id}")).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_start_is_a_deletion_of_its_own() =>
        Assert.NotEqual(await StartAsync("""["x"]"""), await StartAsync("""["x"]"""));

    [Fact]
    public async Task The_app_of_a_bot_may_not_delete() =>
        Assert.Contains(
            "cannot be called with a platform app, only with: admin",
            (await BotApp.SendAsync("DELETE", Target, """{"userIds":["x"],"RemoveDataFromAllBots":true}""")).Refusal(
                HttpStatusCode.Forbidden
            ),
            StringComparison.Ordinal
        );

    private async Task<string> StartAsync(string users) =>
        (await Admin.SendAsync("DELETE", Target, $$"""{"userIds":{{users}},"RemoveDataFromAllBots":true}""")).Success()[
            "requestId"
        ]!.GetValue<string>();

    private async Task<string[]> LogAsync() =>
        [
            .. Texts(
                (await Admin.GetAsync("/api/public/auditlogs?size=100&fromDate=2026-03-01&toDate=2026-03-01")).Success()["auditlogs"],
                "Name"
            ),
        ];
}
