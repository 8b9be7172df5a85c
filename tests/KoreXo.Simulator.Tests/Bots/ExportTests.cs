using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Bots;

public sealed class ExportTests : BotTest
{
    [Fact]
    public async Task The_archive_holds_what_was_imported()
    {
        var botId = (await ImportAsync("/api/public/bot/import", await NewBotBodyAsync()))["streamId"]!.GetValue<string>();
        var status = await ExportAsync(botId);
        var bytes = await DownloadAsync(status);

        Assert.Equal(status["fileSize"]!.GetValue<string>(), bytes.Length.ToString(CultureInfo.InvariantCulture));
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        Assert.Equal(Definition, Text(archive, "botDefinition.json"));
        Assert.Equal(Configuration, Text(archive, "config.json"));
        Assert.Equal("function hello() {}", Text(archive, "botFunctions/hello.js"));
        Assert.Equal("icon", Text(archive, "icon"));
    }

    [Fact]
    public async Task An_archive_can_be_imported_as_a_new_bot()
    {
        var bot = Platform.AddBot("Travel");
        var archive = await DownloadAsync(await ExportAsync(bot.Id));
        var body = new JsonObject { ["uploadMode"] = "ZIP", ["zipInfo"] = await UploadAsync(archive, "export.zip", "zip") };

        var copy = Platform.Bots[(await ImportAsync("/api/public/bot/import", body))["streamId"]!.GetValue<string>()];

        Assert.NotEqual(bot.Id, copy.Id);
        Assert.Equal("Travel", copy.Name);
        Assert.Equal(bot.Definition.ToArray(), copy.Definition.ToArray());
    }

    [Fact]
    public async Task There_is_no_link_while_the_export_runs()
    {
        var bot = Platform.AddBot("Travel");
        var started = (await Caller.PostAsync($"/api/public/bot/{bot.Id}/export", """{"exportType":"latest"}""")).Success();
        Assert.Equal((bot.Id, "pending"), (started["streamId"]!.GetValue<string>(), started["status"]!.GetValue<string>()));

        var running = (await Caller.GetAsync($"/api/public/bot/{bot.Id}/export/status", """{"exportType":"latest"}""")).Success();
        Assert.Equal(started["_id"]!.GetValue<string>(), running["_id"]!.GetValue<string>());
        Assert.Null(running["downloadURL"]);
        Assert.Null(running["fileId"]);
    }

    [Fact]
    public async Task A_fresh_export_takes_the_place_of_the_last_one_of_its_type_only()
    {
        var bot = Platform.AddBot("Travel");
        var latest = await ExportAsync(bot.Id);
        var published = await ExportAsync(bot.Id, "published");

        var again = (await Caller.PostAsync($"/api/public/bot/{bot.Id}/export", """{"exportType":"latest"}""")).Success();
        var status = (await Caller.GetAsync($"/api/public/bot/{bot.Id}/export/status", """{"exportType":"latest"}""")).Success();

        Assert.NotEqual(latest["_id"]!.GetValue<string>(), again["_id"]!.GetValue<string>());
        Assert.Equal(again["_id"]!.GetValue<string>(), status["_id"]!.GetValue<string>());
        var untouched = (await Caller.GetAsync($"/api/public/bot/{bot.Id}/export/status", """{"exportType":"published"}""")).Success();
        Assert.Equal(published.ToJsonString(), untouched.ToJsonString());
    }

    [Fact]
    public async Task Latest_and_published_are_different_versions()
    {
        var bot = Platform.AddBot("Travel");
        var body = new JsonObject { ["botDefinition"] = await UploadAsync(Definition), ["configInfo"] = await UploadAsync(Configuration) };
        await ImportAsync($"/api/public/bot/{bot.Id}/import", body);

        Assert.Equal(Definition, Text(await DownloadAsync(await ExportAsync(bot.Id)), "botDefinition.json"));
        Assert.NotEqual(Definition, Text(await DownloadAsync(await ExportAsync(bot.Id, "published")), "botDefinition.json"));
    }

    [Fact]
    public async Task A_bot_that_was_never_published_has_no_published_version()
    {
        var botId = (await ImportAsync("/api/public/bot/import", await NewBotBodyAsync()))["streamId"]!.GetValue<string>();

        Assert.Contains(
            "never been published",
            (await Caller.PostAsync($"/api/public/bot/{botId}/export", """{"exportType":"published"}""")).Refusal(
                HttpStatusCode.BadRequest
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"exportType":"newest"}""", "at /exportType: one of 'latest', 'published' is expected")]
    [InlineData("""{}""", "at /exportType: it is required")]
    public async Task The_status_needs_a_type_in_the_body_of_its_get(string body, string reason)
    {
        var bot = Platform.AddBot("Travel");

        Assert.Contains(
            reason,
            (await Caller.GetAsync($"/api/public/bot/{bot.Id}/export/status", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_status_without_a_body_is_of_the_latest_export_of_any_type()
    {
        var bot = Platform.AddBot("Travel");
        var started = (await Caller.PostAsync($"/api/public/bot/{bot.Id}/export", """{"exportType":"latest"}""")).Success();

        var status = (await Caller.GetAsync($"/api/public/bot/{bot.Id}/export/status")).Success();

        Assert.Equal(started["_id"]!.GetValue<string>(), status["_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_status_before_any_export_is_not_found()
    {
        var bot = Platform.AddBot("Travel");

        (await Caller.GetAsync($"/api/public/bot/{bot.Id}/export/status", """{"exportType":"latest"}""")).Refusal(HttpStatusCode.NotFound);
        (await Caller.GetAsync("/api/public/bot/st-nothing/export/status", """{"exportType":"latest"}""")).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_needs_its_query_and_no_token()
    {
        var status = await ExportAsync(Platform.AddBot("Travel").Id);
        var link = new Uri(status["downloadURL"]!.GetValue<string>());

        Assert.Equal(link.Query, status["store"]!["urlParams"]!.GetValue<string>());
        (await As(null).GetAsync(link.AbsolutePath)).Refusal(HttpStatusCode.Forbidden);
        (await As(null).GetAsync(link.AbsolutePath + "?s=guess")).Refusal(HttpStatusCode.Forbidden);
        (await As(null).GetAsync("/downloads/other.zip" + link.Query)).Refusal(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, (await As(null).GetAsync(link.PathAndQuery)).Status);
    }

    private static string Text(byte[] bytes, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return Text(archive, name);
    }

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
