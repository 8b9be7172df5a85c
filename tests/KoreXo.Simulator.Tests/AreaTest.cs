using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests;

/// <summary>A platform with one bot, and a caller of each kind that may call everything.</summary>
public abstract class AreaTest : PlatformTest
{
    private protected SimulatedBot Bot { get; private set; } = null!;

    private protected TestCaller Admin { get; private set; } = null!;

    private protected TestCaller BotApp { get; private set; } = null!;

    protected override Task PrepareAsync()
    {
        Bot = Platform.AddBot("Travel");
        Admin = As(Platform.AddAppWithAllScopes(AppKind.Admin));
        BotApp = As(Platform.AddAppWithAllScopes(AppKind.Platform));
        return Task.CompletedTask;
    }

    /// <summary>Uploads a file.</summary>
    /// <returns>Its id.</returns>
    private protected async Task<string> UploadAsync(string content, string extension = "json")
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "file", "file." + extension },
            { new StringContent("bulkImport"), "fileContext" },
            { new StringContent(extension), "fileExtension" },
        };
        return (await Admin.SendAsync("POST", "/api/public/uploadfile", form)).Success()["fileId"]!.GetValue<string>();
    }

    /// <summary>Asks three times, which is what a job takes.</summary>
    /// <returns>The last answer.</returns>
    private protected static async Task<JsonNode> PollAsync(Func<Task<TestCaller.Reply>> status)
    {
        (await status()).Success();
        (await status()).Success();
        return (await status()).Success();
    }

    private protected static IEnumerable<string> Texts(JsonNode? list, string member) =>
        list!.AsArray().Select(item => item![member]!.GetValue<string>());
}
