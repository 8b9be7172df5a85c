using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Bots;

/// <summary>Uploads, starts and polls as an Admin Console app.</summary>
public abstract class BotTest : PlatformTest
{
    private protected const string Definition =
        """{"localeData":{"en":{"name":"Travel"}},"dialogs":[{"localeData":{"en":{"name":"Book a flight"}}}]}""";
    private protected const string Configuration = """{"streamVisibility":"private"}""";

    private protected SimulatedApp App { get; private set; } = null!;

    private protected TestCaller Caller { get; private set; } = null!;

    protected override Task PrepareAsync()
    {
        App = Platform.AddAppWithAllScopes(AppKind.Admin);
        Caller = As(App);
        return Task.CompletedTask;
    }

    private protected async Task<string> UploadAsync(byte[] content, string name, string extension = "json")
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(content), "file", name },
            { new StringContent("bulkImport"), "fileContext" },
            { new StringContent(extension), "fileExtension" },
        };
        return (await Caller.SendAsync("POST", "/api/public/uploadfile", form)).Success()["fileId"]!.GetValue<string>();
    }

    private protected Task<string> UploadAsync(string content, string name = "Botdefinition.json") =>
        UploadAsync(Encoding.UTF8.GetBytes(content), name);

    private protected async Task<JsonObject> NewBotBodyAsync(string definition = Definition) =>
        new()
        {
            ["uploadMode"] = "JSON",
            ["botDefinition"] = await UploadAsync(definition),
            ["configInfo"] = await UploadAsync(Configuration, "Botconfig.json"),
            ["botFunctions"] = new JsonArray(await UploadAsync("function hello() {}", "hello.js")),
            ["icon"] = await UploadAsync("icon", "icon.json"),
        };

    private protected async Task<JsonNode> ImportAsync(string target, JsonObject body)
    {
        var started = (await Caller.PostAsync(target, body.ToJsonString())).Success();
        Assert.Equal("pending", started["status"]!.GetValue<string>());
        return await PollAsync(() => Caller.GetAsync($"/api/public/bot/import/status/{started["_id"]}"), "pending");
    }

    /// <summary>Asks for the status until it is not this one any more; a job of three polls must take three.</summary>
    private protected static async Task<JsonNode> PollAsync(Func<Task<TestCaller.Reply>> status, string running)
    {
        for (var poll = 1; poll < 3; poll++)
        {
            Assert.Equal(running, (await status()).Success()["status"]!.GetValue<string>());
        }

        var done = (await status()).Success();
        Assert.NotEqual(running, done["status"]!.GetValue<string>());
        return done;
    }

    private protected async Task<JsonNode> ExportAsync(string botId, string type = "latest")
    {
        var body = $$"""{"exportType":"{{type}}"}""";
        (await Caller.PostAsync($"/api/public/bot/{botId}/export", body)).Success();
        return await PollAsync(() => Caller.GetAsync($"/api/public/bot/{botId}/export/status", body), "pending");
    }

    private protected async Task<byte[]> DownloadAsync(JsonNode status)
    {
        var link = new Uri(status["downloadURL"]!.GetValue<string>());
        Assert.Equal(Platform.Endpoint.Authority, link.Authority);
        return (await As(null).GetAsync(link.PathAndQuery)).Bytes;
    }
}
