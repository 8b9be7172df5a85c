using KoreXo;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;

namespace Programs;

/// <summary>What goes wrong in a first hour, and what each failure says.</summary>
internal static class Failures
{
    private static readonly FindIntentRequest Hello = new() { Input = "welcome", BotName = "Travel" };

    public static async Task RunAsync(string[] args)
    {
        var (app, data) = (Platform.Credential("platform"), Platform.Connect("data").DataTables);
        var secret = Platform.Setting("XO_PLATFORM_SECRET");
        await ShowAsync("short secret", () => Ask(new JwtCredential(app.ClientId, "short")));
        await ShowAsync("wrong secret", () => Ask(new JwtCredential(app.ClientId, new string('y', 64))));
        await ShowAsync("wrong client id", () => Ask(new JwtCredential("cs-nobody", secret)));
        await ShowAsync("plain http", () => Ask(app, new Uri("http://platform.example")));
        await ShowAsync("no endpoint", () => Ask(new KoreXoClientOptions { Credential = app }));
        await ShowAsync("no credential", () => Ask(new KoreXoClientOptions { Endpoint = Platform.Endpoint }));
        await ShowAsync(
            "misspelt kind",
            () => Ask(new KoreXoClientOptions { Endpoint = Platform.Endpoint, Credentials = { ["platfrom"] = app } })
        );
        await ShowAsync("missing scope", () => Ask(new JwtCredential(Platform.Setting("XO_POOR_ID"), Platform.Setting("XO_POOR_SECRET"))));
        await ShowAsync(
            "wrong kind of app",
            () =>
                Platform
                    .Connect("platform")
                    .BotDefinition.StartBotPublishAsync(Platform.Bot, new PublishBotRequest { VersionComment = "x" })
        );
        await ShowAsync("unknown bot", () => Platform.Connect("platform").Analytics.FindIntentAsync("st-nobody", Hello));
        await ShowAsync("empty bot id", () => Platform.Connect("platform").Analytics.FindIntentAsync("", Hello));
        await ShowAsync(
            "unknown table",
            () => data.InsertRowAsync("Nowhere", new InsertRowRequest { Row = new Dictionary<string, JsonAny> { ["A"] = 1 } })
        );
        await ShowAsync("damaged resume token", () => Platform.Connect("platform").BotDefinition.ResumeBotExport("garbage").WaitAsync());
        await ShowAsync(
            "damaged continuation",
            async () =>
            {
                await foreach (var page in data.ListRowsAsync("Contacts", new ListRowsRequest()).AsPages("garbage"))
                {
                    Console.WriteLine(page.Items.Count);
                }
            }
        );
        await ShowAsync(
            "cancelled",
            () =>
                Platform
                    .Connect("platform")
                    .Analytics.FindIntentAsync(Platform.Bot, Hello, cancellationToken: new CancellationToken(canceled: true))
        );
        await ShowAsync("rate limit", () => ExceedAsync(app));
    }

    private static Task Ask(JwtCredential credential, Uri? endpoint = null) =>
        Ask(new KoreXoClientOptions { Endpoint = endpoint ?? Platform.Endpoint, Credential = credential });

    private static Task Ask(KoreXoClientOptions options) => new KoreXoClient(options).Analytics.FindIntentAsync(Platform.Bot, Hello);

    private static async Task ExceedAsync(JwtCredential credential)
    {
        var hasty = new KoreXoClient(
            new KoreXoClientOptions
            {
                Endpoint = Platform.Endpoint,
                Credential = credential,
                MaxRateLimitWait = TimeSpan.Zero,
            }
        );
        for (var call = 0; call < 70; call++)
        {
            await hasty.Analytics.FindIntentAsync(Platform.Bot, Hello);
        }
    }

    private static async Task ShowAsync(string what, Func<Task> call)
    {
        try
        {
            await call();
            Console.WriteLine($"{what} | nothing went wrong");
        }
        catch (Exception exception)
        {
            Console.WriteLine($"{what} | {exception.GetType().Name} | {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
