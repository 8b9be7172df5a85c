using KoreXo.Analytics;

namespace Programs;

/// <summary>Sums up what language models were used for.</summary>
internal static class LlmUsage
{
    public static async Task RunAsync(string[] args)
    {
        var xo = Platform.Connect("platform");
        var request = new LlmUsageLogsRequest { From = DateOnly.Parse(args[0]), To = DateOnly.Parse(args[1]) };
        var (calls, milliseconds) = (0, 0L);
        await foreach (var log in xo.Analytics.ListLlmUsageLogsAsync(Platform.Bot, request))
        {
            calls++;
            milliseconds += log.TimeTaken ?? 0;
        }

        Console.WriteLine($"{calls} calls, {milliseconds > 0}");
    }
}
