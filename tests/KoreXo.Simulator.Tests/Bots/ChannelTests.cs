using System.Net;

namespace KoreXo.Simulator.Tests.Bots;

public sealed class ChannelTests : AreaTest
{
    private static readonly string[] LinkHeaders = ["bot-language", "state", "app-language", "client-app"];

    [Fact]
    public async Task A_channel_is_enabled_and_answered_without_its_secrets()
    {
        var answer = (
            await Admin.PostAsync(
                "/api/public/channels",
                $$"""
                {"streamId":"{{Bot.Id}}","type":"msteams","channelDetails":{"type":"msteams","enable":true,"botName":"T","appId":"1","appPassword":"secret"} }
                """
            )
        ).Success();

        Assert.Contains("msteams", Bot.Channels);
        Assert.DoesNotContain("secret", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("T", answer["channelDetails"]!["botName"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_channel_that_is_not_enabled_by_the_request_is_disabled_and_the_bot_cannot_be_published_without_one()
    {
        var answer = (
            await Admin.PostAsync(
                "/api/public/channels",
                $$"""
                {"streamId":"{{Bot.Id}}","type":"rtm","channelDetails":{"type":"rtm","enable":false} }
                """
            )
        ).Success();

        Assert.False(answer["enable"]!.GetValue<bool>());
        Assert.Empty(Bot.Channels);
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/publish", """{"versionComment":"c"}""")).Refusal(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("facebook")]
    [InlineData("slack")]
    public async Task Details_of_another_channel_are_refused(string type) =>
        (
            await Admin.PostAsync(
                "/api/public/channels",
                $$"""
                {"streamId":"{{Bot.Id}}","type":"{{type}}","channelDetails":{"type":"rtm","enable":true} }
                """
            )
        ).Refusal(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Links_are_shown_as_configured_and_as_published()
    {
        var linked = Platform.AddBot("Linked");
        Bot.LinkBot(linked);
        Bot.LinkBot(linked);

        var before = await LinksAsync();
        await PublishAsync();
        var after = await LinksAsync();

        Assert.Equal($"{linked.Id} / ", before);
        Assert.Equal($"{linked.Id} / {linked.Id}", after);
    }

    [Fact]
    public async Task A_sample_is_installed_as_a_bot_of_its_own_each_time()
    {
        var sample = Platform.AddSampleBot("Banking");
        var one = (await Admin.PostAsync($"/api/public/samplebots/{sample}/add", json: null)).Success();
        var two = (await Admin.PostAsync($"/api/public/samplebots/{sample}/add", json: null)).Success();

        Assert.NotEqual(one["_id"]!.GetValue<string>(), two["_id"]!.GetValue<string>());
        Assert.Equal(one["name"]!.GetValue<string>(), Platform.Bots[one["_id"]!.GetValue<string>()].Name);
        (await Admin.PostAsync($"/api/public/samplebots/{Bot.Id}/add", json: null)).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_publish_that_fails_publishes_nothing()
    {
        Bot.PublishFails = true;
        var before = Bot.PublishedDefinition!.Value.ToArray();

        var status = await PublishAsync();

        Assert.Equal("failed", status["status"]!.GetValue<string>());
        Assert.Equal(before, Bot.PublishedDefinition!.Value.ToArray());
    }

    private async Task<System.Text.Json.Nodes.JsonNode> PublishAsync()
    {
        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/publish", """{"versionComment":"c"}""")).Success();
        return await PollAsync(() => Admin.GetAsync($"/api/public/bot/{Bot.Id}/publish/status"));
    }

    private async Task<string> LinksAsync()
    {
        var reply = await Admin.SendAsync(
            "GET",
            $"/api/1.1/public/bot/{Bot.Id}/universalbot/link",
            content: null,
            request =>
            {
                foreach (var name in LinkHeaders)
                {
                    request.Headers.Add(name, "x");
                }
            }
        );
        var answer = reply.Success();
        return $"{string.Join(',', Texts(answer["configuredLinkedApps"], "_id"))} / {string.Join(',', Texts(answer["publishedLinkedApps"], "_id"))}";
    }
}
