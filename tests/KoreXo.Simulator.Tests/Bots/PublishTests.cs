using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Bots;

public sealed class PublishTests : BotTest
{
    private const string Body = """{"versionComment":"first"}""";

    [Fact]
    public async Task A_publish_grows_to_its_end_and_then_takes_effect()
    {
        var bot = Platform.AddBot("Travel");
        var import = new JsonObject
        {
            ["botDefinition"] = await UploadAsync(Definition),
            ["configInfo"] = await UploadAsync(Configuration),
        };
        await ImportAsync($"/api/public/bot/{bot.Id}/import", import);
        (await Caller.PostAsync($"/api/public/bot/{bot.Id}/publish", Body)).Success();

        var percents = new List<int>();
        var states = new List<string>();
        for (var poll = 0; poll < 4; poll++)
        {
            Assert.Equal(poll >= 3, Encoding.UTF8.GetString(bot.PublishedDefinition!.Value.Span) == Definition);
            var status = (await Caller.GetAsync($"/api/public/bot/{bot.Id}/publish/status")).Success();
            percents.Add(status["percentageComplete"]!.GetValue<int>());
            states.Add(status["status"]!.GetValue<string>());
        }

        Assert.Equal([33, 66, 100, 100], percents);
        Assert.Equal(["inprogress", "inprogress", "successful", "successful"], states);
    }

    [Fact]
    public async Task The_answer_lists_dialogs_and_components_in_their_two_shapes()
    {
        var parts = (await Caller.PostAsync($"/api/public/bot/{Platform.AddBot("Travel").Id}/publish", Body)).Success().AsArray();

        Assert.Equal(
            ["dialog", "NL", "CHANNELS", "EXTENSIONS", "SETTINGS"],
            parts.Select(part => part!["resourceType"]!.GetValue<string>())
        );
        Assert.Equal(("Welcome", "first", "awaitingApproval"), (Result(0, "name"), Result(0, "versionComment"), Result(0, "state")));
        Assert.StartsWith("dg-", parts[0]!["resourceId"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("NL", "NL"), (Result(1, "resourceId"), Result(1, "resourceType")));
        Assert.Null(parts[1]!["resourceId"]);

        string Result(int part, string member) => parts[part]!["result"]![member]!.GetValue<string>();
    }

    [Fact]
    public async Task A_bot_without_an_enabled_channel_cannot_be_published()
    {
        var bot = Platform.AddBot("Travel");
        bot.DisableChannel(bot.Channels.Single());
        Assert.Contains(
            "channel",
            (await Caller.PostAsync($"/api/public/bot/{bot.Id}/publish", Body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

        bot.EnableChannel("msteams");
        (await Caller.PostAsync($"/api/public/bot/{bot.Id}/publish", Body)).Success();
    }

    [Fact]
    public async Task The_status_is_that_of_the_last_publish()
    {
        var bot = Platform.AddBot("Travel");
        var target = $"/api/public/bot/{bot.Id}/publish";
        (await Caller.GetAsync($"{target}/status")).Refusal(HttpStatusCode.NotFound);

        (await Caller.PostAsync(target, Body)).Success();
        var first = await PollAsync(() => Caller.GetAsync($"{target}/status"), "inprogress");
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await Caller.PostAsync(target, Body)).Success();
        var second = (await Caller.GetAsync($"{target}/status")).Success();

        Assert.NotEqual(first["_id"]!.GetValue<string>(), second["_id"]!.GetValue<string>());
        Assert.Equal("inprogress", second["status"]!.GetValue<string>());
        Assert.Equal("2026-03-01T12:01:00.000Z", second["requestedTime"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_comment_is_required_and_the_bot_must_exist()
    {
        Assert.Contains(
            "/versionComment",
            (await Caller.PostAsync($"/api/public/bot/{Platform.AddBot("T").Id}/publish", "{}")).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        (await Caller.PostAsync("/api/public/bot/st-nothing/publish", Body)).Refusal(HttpStatusCode.NotFound);
    }
}
