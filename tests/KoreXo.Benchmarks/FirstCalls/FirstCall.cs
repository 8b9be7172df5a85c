using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace KoreXo.Benchmarks;

/// <summary>The first call of a fresh process, client included: nothing is compiled yet, no table is built.</summary>
internal static class FirstCall
{
    public const string Argument = "first-call";

    private const string Secret = "0123456789abcdef0123456789abcdef";

    /// <summary>
    /// Makes the call in this process, and prints how long it took, in milliseconds, and how many methods were compiled for it.
    /// </summary>
    public static async Task<int> RunAsync(string how)
    {
        var compiled = JitInfo.GetCompiledMethodCount(currentThread: false);
        var begun = Stopwatch.GetTimestamp();
        var fact = how switch
        {
            "typed" => await TypedAsync(new ApiKeyCredential(CallPairs.Token)),
            "jwt" => await TypedAsync(new JwtCredential("cs-82a0", Secret)),
            _ => await ByHandAsync(),
        };
        var time = Stopwatch.GetElapsedTime(begun);
        compiled = JitInfo.GetCompiledMethodCount(currentThread: false) - compiled;
        if (fact != "success")
        {
            throw new InvalidDataException("The answer was not read.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F3} {compiled}"));
        return 0;
    }

    private static async Task<string?> ByHandAsync()
    {
        var http = new HandWritten(
            new HttpClient(new MemoryHandler(Answers.ImportStatus, later: false)),
            CallPairs.Endpoint,
            CallPairs.Token
        );
        var status = await http.GetAsync(
            $"/api/public/bot/import/status/{Uri.EscapeDataString("bir-f90e7af0")}",
            HandWrittenContext.Default.ImportStatus,
            CancellationToken.None
        );
        return status.Status;
    }

    private static async Task<string?> TypedAsync(KoreXoCredential credential)
    {
        var options = new KoreXoClientOptions { Endpoint = new Uri(CallPairs.Endpoint), Credential = credential };
        var xo = new KoreXoClient(options, new MemoryHandler(Answers.ImportStatus, later: false));
        var status = await xo.BotDefinition.GetBotImportStatusAsync("bir-f90e7af0");
        return status.Status.Value;
    }
}
