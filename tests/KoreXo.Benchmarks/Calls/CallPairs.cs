using KoreXo.Analytics;

namespace KoreXo.Benchmarks;

/// <summary>
/// The measured calls: typed ones with default settings beside the same by hand, over the same transport, with the same token.
/// </summary>
internal static class CallPairs
{
    public const string Endpoint = "https://platform.example.com";

    public const string Token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhcHBJZCI6ImNzLTgyYTAifQ.c2lnbmF0dXJlLW9mLXRoZS1iZW5jaG1hcms";

    private const string Bot = "st-8f2b6c1d-77aa";

    // The sizes of the lists are those of earlier measurements.
    private static readonly byte[] Page = Answers.Sessions(146);
    private static readonly byte[] LargePage = Answers.Sessions(2180);

    public static IReadOnlyList<CallPair> Create() =>
        [
            Get("GET", later: false),
            Get("GET, response later", later: true),
            Post("POST", later: false),
            Post("POST, response later", later: true),
            List("list", Page),
            List("list", LargePage),
        ];

    public static KoreXoClientOptions Options()
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = new Uri(Endpoint),
            Credential = new ApiKeyCredential(Token),

            // The store that a client has by itself, on a clock that lets calls leave their window as fast as they are made.
            RateLimitStore = new MemoryRateLimitStore(new FastClock()),
        };

        // As many windows as the documents have, and without an end to the permits: every call is counted, none has to wait.
        foreach (var budget in new[] { "bot", "bot-notification", "request", "account", "table" })
        {
            options.RateLimits[budget] = [new RateLimitWindow(int.MaxValue, 1), new RateLimitWindow(int.MaxValue, 2)];
        }

        return options;
    }

    private static CallPair Get(string name, bool later)
    {
        var hand = ByHand(Answers.ImportStatus, later);
        var client = Typed(Answers.ImportStatus, later);
        return new CallPair(
            $"{name}, {Size(Answers.ImportStatus)}",
            () =>
                hand.GetAsync(
                    $"/api/public/bot/import/status/{Uri.EscapeDataString("bir-f90e7af0")}",
                    HandWrittenContext.Default.ImportStatus,
                    CancellationToken.None
                ),
            () => client.BotDefinition.GetBotImportStatusAsync("bir-f90e7af0")
        );
    }

    private static CallPair Post(string name, bool later)
    {
        var hand = ByHand(Answers.Intent, later);
        var client = Typed(Answers.Intent, later);
        return new CallPair(
            $"{name}, {Size(Answers.Intent)}",
            () =>
                hand.PostAsync(
                    $"/api/v1.1/rest/bot/{Uri.EscapeDataString(Bot)}/findIntent",
                    new HandWrittenModels.IntentRequest { Input = "book a flight to paris", StreamName = "Travel" },
                    HandWrittenContext.Default.IntentRequest,
                    HandWrittenContext.Default.IntentResult,
                    CancellationToken.None
                ),
            () => client.Analytics.FindIntentAsync(Bot, new FindIntentRequest { Input = "book a flight to paris", BotName = "Travel" })
        );
    }

    private static CallPair List(string name, byte[] page)
    {
        var hand = ByHand(page, later: false);
        var client = Typed(page, later: false);
        return new CallPair(
            $"{name}, {Size(page)}",
            () =>
                hand.PostAsync(
                    $"/api/public/bot/{Uri.EscapeDataString(Bot)}/getSessions",
                    new HandWrittenModels.SessionsRequest { Limit = 5000 },
                    HandWrittenContext.Default.SessionsRequest,
                    HandWrittenContext.Default.SessionPage,
                    CancellationToken.None
                ),
            () => CountAsync(client)
        );
    }

    private static async Task<int> CountAsync(KoreXoClient client)
    {
        var count = 0;
        await foreach (var page in client.Analytics.ListSessionsAsync(Bot, new SessionsRequest()).AsPages(pageSize: 5000))
        {
            count += page.Items.Count;
        }

        return count;
    }

    private static HandWritten ByHand(byte[] answer, bool later) => new(new HttpClient(new MemoryHandler(answer, later)), Endpoint, Token);

    private static KoreXoClient Typed(byte[] answer, bool later) => new(Options(), new MemoryHandler(answer, later));

    private static string Size(byte[] answer) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(answer.Length < 1000 ? answer.Length : answer.Length / 1000)} {(answer.Length < 1000 ? "B" : "kB")}"
        );
}
