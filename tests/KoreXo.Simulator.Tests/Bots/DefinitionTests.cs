using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Bots;

/// <summary>What a definition says about its bot, whatever else is in the file.</summary>
public sealed class DefinitionTests : BotTest
{
    private const string New = "/api/public/bot/import";

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"dialogs":[{"name":"\udc00"}]}""")]
    [InlineData("""{"localeData":{"en":{"name":"\ud800"}}}""")]
    [InlineData("""{"purpose":"\ud800"}""")]
    public async Task Half_of_a_surrogate_pair_is_no_name(string definition)
    {
        Assert.Contains(
            "/botDefinition: a name in the definition is not valid Unicode",
            (await Caller.PostAsync(New, (await NewBotBodyAsync(definition)).ToJsonString())).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task A_file_that_is_no_object_is_no_definition(string definition)
    {
        Assert.Contains(
            "/botDefinition: the definition is not a JSON object",
            (await Caller.PostAsync(New, (await NewBotBodyAsync(definition)).ToJsonString())).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}", "Imported bot")]
    [InlineData("""{"name":""}""", "Imported bot")]
    [InlineData("""{"name":7}""", "Imported bot")]
    [InlineData("""{"name":"","localeData":{"de":{"name":"Reisen"}}}""", "Reisen")]
    [InlineData("""{"localeData":[]}""", "Imported bot")]
    [InlineData("""{"localeData":{"en":7,"de":{"name":null},"fr":{"name":"Voyage"}}}""", "Voyage")]
    [InlineData("""{"name":"Reise\u00fc 😀","localeData":{"en":{"name":"Travel"}}}""", "Reiseü 😀")]
    public async Task A_bot_is_called_by_the_first_name_that_is_one(string definition, string name)
    {
        var done = await ImportAsync(New, await NewBotBodyAsync(definition));

        Assert.Equal(name, Platform.Bots[done["streamId"]!.GetValue<string>()].Name);
    }

    [Theory]
    [InlineData("""{"dialogs":[{"name":""},{"name":7},{},7,null,{"name":"Fly"}]}""", "Fly")]
    [InlineData("""{"dialogs":[{"localeData":{"en":{"name":"book a seat"}}}]}""", "book a seat")]
    [InlineData("""{"dialogs":[{"name":""}]}""", null)]
    [InlineData("""{"dialogs":{"name":"Fly"}}""", null)]
    public async Task An_intent_is_found_among_the_dialogs_that_have_a_name(string definition, string? intent)
    {
        var bot = (await ImportAsync(New, await NewBotBodyAsync(definition)))["streamId"]!.GetValue<string>();
        var app = As(Platform.AddAppWithAllScopes(AppKind.Platform));

        var response = (
            await app.PostAsync(
                $"/api/v1.1/rest/bot/{bot}/findIntent?fetchConfiguredTasks=true",
                """{"input":"Fly: book a seat","streamName":"x"}"""
            )
        ).Success()["response"]!;

        Assert.Equal(intent, response["task"]?.GetValue<string>());
        Assert.Equal(intent is null ? 0 : 1, response["finalResolver"]!["winningIntent"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_unpublished_dialog_is_found_only_among_the_configured()
    {
        var bot = (await ImportAsync(New, await NewBotBodyAsync()))["streamId"]!.GetValue<string>();
        var app = As(Platform.AddAppWithAllScopes(AppKind.Platform));

        Assert.Equal("failintent", await ResultAsync("false"));
        Assert.Equal("successintent", await ResultAsync("true"));
        Assert.Contains("fetchConfiguredTasks", (await FindAsync("maybe")).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

        async Task<string> ResultAsync(string configured) =>
            (await FindAsync(configured)).Success()["response"]!["result"]!.GetValue<string>();

        Task<TestCaller.Reply> FindAsync(string configured) =>
            app.PostAsync(
                $"/api/v1.1/rest/bot/{bot}/findIntent?fetchConfiguredTasks={configured}",
                """{"input":"book a flight","streamName":"x"}"""
            );
    }

    [Fact]
    public async Task An_import_into_a_bot_keeps_the_functions_and_the_icon_that_it_does_not_bring()
    {
        var bot = (await ImportAsync(New, await NewBotBodyAsync()))["streamId"]!.GetValue<string>();
        var body = new JsonObject
        {
            ["botDefinition"] = await UploadAsync("""{"name":"Later"}"""),
            ["configInfo"] = await UploadAsync("{}"),
        };

        await ImportAsync($"/api/public/bot/{bot}/import", body);

        Assert.Equal("Travel", Platform.Bots[bot].Name);
        using var stream = new MemoryStream(await DownloadAsync(await ExportAsync(bot)));
        using var archive = new System.IO.Compression.ZipArchive(stream);
        Assert.Equal(
            ["botDefinition.json", "botFunctions/hello.js", "config.json", "icon"],
            archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)
        );
        Assert.Equal("icon".Length, archive.GetEntry("icon")!.Length);
    }

    [Fact]
    public async Task An_import_of_an_archive_without_an_icon_brings_none()
    {
        var archive = await DownloadAsync(await ExportAsync(Platform.AddBot("Travel").Id));
        var body = new JsonObject { ["uploadMode"] = "ZIP", ["zipInfo"] = await UploadAsync(archive, "export.zip", "zip") };

        var copy = (await ImportAsync(New, body))["streamId"]!.GetValue<string>();

        using var stream = new MemoryStream(await DownloadAsync(await ExportAsync(copy)));
        using var second = new System.IO.Compression.ZipArchive(stream);
        Assert.Equal(["botDefinition.json", "config.json"], second.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_import_into_a_bot_with_a_definition_that_is_none_leaves_the_bot()
    {
        var bot = Platform.AddBot("Kept");
        var before = Encoding.UTF8.GetString(bot.Definition.Span);
        var body = new JsonObject { ["botDefinition"] = await UploadAsync("[]"), ["configInfo"] = await UploadAsync("{}") };

        (await Caller.PostAsync($"/api/public/bot/{bot.Id}/import", body.ToJsonString())).Refusal(HttpStatusCode.BadRequest);

        Assert.Equal(before, Encoding.UTF8.GetString(bot.Definition.Span));
    }
}
