using System.Diagnostics;
using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>The first call of a fresh process, client included: nothing is compiled yet, no table is built.</summary>
internal static class FirstCall
{
    public const string Argument = "first-call";

    private const string Endpoint = "https://platform.example.com";
    private const string Token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhcHBJZCI6ImNzLTgyYTAifQ.c2lnbmF0dXJlLW9mLXRoZS1iZW5jaG1hcms";

    /// <summary>Makes the call in this process, and writes its milliseconds.</summary>
    public static async Task<int> RunAsync(string how)
    {
        var begun = Stopwatch.GetTimestamp();
        var fact = how == "typed" ? await TypedAsync() : await ByHandAsync();
        var time = Stopwatch.GetElapsedTime(begun);
        if (fact != "success")
        {
            throw new InvalidDataException("The answer was not read.");
        }

        Console.WriteLine(time.TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task<string?> ByHandAsync()
    {
        var http = new HandWritten(new HttpClient(new MemoryHandler(Answers.ImportStatus)), Endpoint, Token);
        var status = await http.GetAsync(
            $"/api/public/bot/import/status/{Uri.EscapeDataString("bir-f90e7af0")}",
            HandWrittenContext.Default.ImportStatus,
            CancellationToken.None
        );
        return status.Status;
    }

    private static async Task<string?> TypedAsync()
    {
        var options = new KoreXoClientOptions { Endpoint = new Uri(Endpoint), Credential = new ApiKeyCredential(Token) };
        var xo = new KoreXoClient(options, new HttpClient(new MemoryHandler(Answers.ImportStatus)) { Timeout = Timeout.InfiniteTimeSpan });
        var status = await xo.BotDefinition.GetBotImportStatusAsync("bir-f90e7af0");
        return status.Status.Value;
    }
}
