using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Bots;

public sealed class ImportTests : BotTest
{
    private const string New = "/api/public/bot/import";

    [Fact]
    public async Task A_new_bot_comes_to_be_when_the_import_is_done()
    {
        var started = (await Caller.PostAsync(New, (await NewBotBodyAsync()).ToJsonString())).Success();
        Assert.StartsWith("bir-", started["_id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(started["streamId"]);
        Assert.Equal("success", started["statusLogs"]![0]!["status"]!.GetValue<string>());
        Assert.Empty(Platform.Bots);

        var done = await PollAsync(() => Caller.GetAsync($"{New}/status/{started["_id"]}"), "pending");

        var bot = Platform.Bots[done["streamId"]!.GetValue<string>()];
        Assert.Equal(("Travel", Definition), (bot.Name, Encoding.UTF8.GetString(bot.Definition.Span)));
        Assert.Null(bot.PublishedDefinition);
        Assert.Equal(
            ["importRequest", "Bot Definition", "BotFunctions", "importBot"],
            done["statusLogs"]!.AsArray().Select(log => log!["taskType"]!.GetValue<string>())
        );
        Assert.Equal("success", done["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Asking_again_changes_nothing()
    {
        var done = await ImportAsync(New, await NewBotBodyAsync());

        Assert.Equal(done.ToJsonString(), (await Caller.GetAsync($"{New}/status/{done["_id"]}")).Success().ToJsonString());
        Assert.Single(Platform.Bots);
    }

    [Fact]
    public async Task Each_import_makes_another_bot()
    {
        var body = await NewBotBodyAsync();
        await ImportAsync(New, body);
        await ImportAsync(New, body);

        Assert.Equal(2, Platform.Bots.Count);
    }

    [Fact]
    public async Task The_name_and_purpose_of_the_request_win()
    {
        var body = await NewBotBodyAsync();
        body["name"] = "Travel (test)";
        body["purpose"] = "employee";

        var bot = Platform.Bots[(await ImportAsync(New, body))["streamId"]!.GetValue<string>()];
        Assert.Equal(("Travel (test)", "employee"), (bot.Name, bot.Purpose));
    }

    [Fact]
    public async Task An_import_into_a_bot_replaces_its_definition_when_it_is_done()
    {
        var bot = Platform.AddBot("Old");
        var before = Encoding.UTF8.GetString(bot.Definition.Span);
        var body = new JsonObject { ["botDefinition"] = await UploadAsync(Definition), ["configInfo"] = await UploadAsync(Configuration) };

        var started = (await Caller.PostAsync($"/api/public/bot/{bot.Id}/import", body.ToJsonString())).Success();
        await Caller.GetAsync($"{New}/status/{started["_id"]}");
        Assert.Equal(before, Encoding.UTF8.GetString(bot.Definition.Span));

        await Caller.GetAsync($"{New}/status/{started["_id"]}");
        var done = (await Caller.GetAsync($"{New}/status/{started["_id"]}")).Success();
        Assert.Equal(bot.Id, done["streamId"]!.GetValue<string>());
        Assert.Equal(Definition, Encoding.UTF8.GetString(bot.Definition.Span));
        Assert.Equal(before, Encoding.UTF8.GetString(bot.PublishedDefinition!.Value.Span));
    }

    [Theory]
    [InlineData("botDefinition")]
    [InlineData("configInfo")]
    [InlineData("icon")]
    public async Task A_file_id_that_no_upload_answered_is_named(string member)
    {
        var body = await NewBotBodyAsync();
        body[member] = "000000000000000000000000";

        Assert.Contains(
            $"at /{member}: there is no uploaded file '000000000000000000000000'",
            (await Caller.PostAsync(New, body.ToJsonString())).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_function_that_no_upload_answered_is_named_by_its_place()
    {
        var body = await NewBotBodyAsync();
        body["botFunctions"]!.AsArray().Add((JsonNode)"nothing");

        Assert.Contains(
            "at /botFunctions/1:",
            (await Caller.PostAsync(New, body.ToJsonString())).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"uploadMode":"JSON"}""", "at /icon: it is required")]
    [InlineData("""{"uploadMode":"JSON","zipInfo":"x","icon":1}""", "at /icon: a string is expected")]
    [InlineData("""{"uploadMode":"ZIP"}""", "at /zipInfo: it is required")]
    [InlineData("""{"uploadMode":"RAR","zipInfo":"x"}""", "at /uploadMode: one of")]
    [InlineData("""{"uploadMode":"ZIP","zipInfo":"x","purpose":"robots"}""", "at /purpose: one of 'customer', 'employee' is expected")]
    [InlineData("""{"uploadMode":"ZIP","zipInfo":"x"}""", "at /zipInfo: there is no uploaded file 'x'")]
    public async Task A_request_that_fits_no_mode_is_measured_by_the_one_that_was_meant(string body, string reason) =>
        Assert.Contains(reason, (await Caller.PostAsync(New, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task A_definition_that_is_no_object_is_refused(string definition) =>
        Assert.Contains(
            "at /botDefinition",
            (await Caller.PostAsync(New, (await NewBotBodyAsync(definition)).ToJsonString())).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_file_that_is_no_archive_is_refused()
    {
        var body = new JsonObject { ["uploadMode"] = "ZIP", ["zipInfo"] = await UploadAsync("no archive", "export.zip") };

        Assert.Contains(
            "not a zip archive",
            (await Caller.PostAsync(New, body.ToJsonString())).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_import_or_bot_that_is_not_there_is_not_found()
    {
        (await Caller.GetAsync($"{New}/status/bir-nothing")).Refusal(HttpStatusCode.NotFound);
        var body = new JsonObject { ["botDefinition"] = await UploadAsync(Definition), ["configInfo"] = await UploadAsync(Configuration) };
        Assert.Contains(
            "'st-nothing'",
            (await Caller.PostAsync("/api/public/bot/st-nothing/import", body.ToJsonString())).Refusal(HttpStatusCode.NotFound),
            StringComparison.Ordinal
        );
    }
}
