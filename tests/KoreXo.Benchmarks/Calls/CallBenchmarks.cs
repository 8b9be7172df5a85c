using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using KoreXo.Analytics;

namespace KoreXo.Benchmarks;

/// <summary>
/// A typed call beside the same call by hand, over one transport in memory, with the same token. docs/performance.md has the figures.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[HideColumns("Job", "Error", "StdDev", "Median", "RatioSD", "Gen0", "Gen1", "Gen2")]
public class CallBenchmarks
{
    private const string Endpoint = "https://platform.example.com";
    private const string Token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhcHBJZCI6ImNzLTgyYTAifQ.c2lnbmF0dXJlLW9mLXRoZS1iZW5jaG1hcms";
    private const string Bot = "st-8f2b6c1d-77aa";

    private readonly HandWritten _importByHand = ByHand(Answers.ImportStatus);
    private readonly HandWritten _intentByHand = ByHand(Answers.Intent);
    private readonly HandWritten _pageByHand = ByHand(Answers.Sessions(200));
    private readonly HandWritten _largeByHand = ByHand(Answers.Sessions(2200));

    private readonly KoreXoClient _import = Typed(Answers.ImportStatus);
    private readonly KoreXoClient _intent = Typed(Answers.Intent);
    private readonly KoreXoClient _page = Typed(Answers.Sessions(200));
    private readonly KoreXoClient _large = Typed(Answers.Sessions(2200));

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("GET, 0.3 KB")]
    public async Task<object> GetByHand() =>
        await _importByHand.GetAsync(
            $"/api/public/bot/import/status/{Uri.EscapeDataString("bir-f90e7af0")}",
            HandWrittenContext.Default.ImportStatus,
            CancellationToken.None
        );

    [Benchmark(Description = "KoreXo"), BenchmarkCategory("GET, 0.3 KB")]
    public async Task<object> Get() => await _import.BotDefinition.GetBotImportStatusAsync("bir-f90e7af0");

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("POST, 0.6 KB")]
    public async Task<object> PostByHand() =>
        await _intentByHand.PostAsync(
            $"/api/v1.1/rest/bot/{Uri.EscapeDataString(Bot)}/findIntent",
            new HandWrittenModels.IntentRequest("book a flight to paris", "Travel", ParentIntent: null),
            HandWrittenContext.Default.IntentRequest,
            HandWrittenContext.Default.IntentResult,
            CancellationToken.None
        );

    [Benchmark(Description = "KoreXo"), BenchmarkCategory("POST, 0.6 KB")]
    public async Task<object> Post() =>
        await _intent.Analytics.FindIntentAsync(Bot, new FindIntentRequest { Input = "book a flight to paris", StreamName = "Travel" });

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("page of 200")]
    public Task<int> PageByHand() => CountByHandAsync(_pageByHand);

    [Benchmark(Description = "KoreXo"), BenchmarkCategory("page of 200")]
    public Task<int> Page() => CountAsync(_page);

    [Benchmark(Baseline = true, Description = "by hand"), BenchmarkCategory("page of 1 MB")]
    public Task<int> LargePageByHand() => CountByHandAsync(_largeByHand);

    [Benchmark(Description = "KoreXo"), BenchmarkCategory("page of 1 MB")]
    public Task<int> LargePage() => CountAsync(_large);

    private static async Task<int> CountByHandAsync(HandWritten http)
    {
        var page = await http.PostAsync(
            $"/api/public/bot/{Uri.EscapeDataString(Bot)}/getSessions",
            new HandWrittenModels.SessionsRequest(0, 5000),
            HandWrittenContext.Default.SessionsRequest,
            HandWrittenContext.Default.SessionPage,
            CancellationToken.None
        );
        return page.Sessions.Count;
    }

    private static async Task<int> CountAsync(KoreXoClient client)
    {
        var count = 0;
        await foreach (var page in client.Analytics.ListSessionsAsync(Bot, new SessionsRequest { Limit = 5000 }).AsPages())
        {
            count += page.Items.Count;
        }

        return count;
    }

    private static HandWritten ByHand(byte[] answer) => new(new HttpClient(new MemoryHandler(answer)), Endpoint, Token);

    private static KoreXoClient Typed(byte[] answer) =>
        new(
            new KoreXoClientOptions
            {
                Endpoint = new Uri(Endpoint),
                Credential = new ApiKeyCredential(Token),
                EnforceQuotas = false,
            },
            new HttpClient(new MemoryHandler(answer)) { Timeout = Timeout.InfiniteTimeSpan }
        );
}
