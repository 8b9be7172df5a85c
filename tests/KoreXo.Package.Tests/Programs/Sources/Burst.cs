using KoreXo;
using KoreXo.Analytics;

namespace Programs;

/// <summary>Many calls on one bot at once, with a short window.</summary>
internal static class Burst
{
    public static async Task RunAsync(string[] args)
    {
        var xo = new KoreXoClient(
            new KoreXoClientOptions
            {
                Endpoint = Platform.Endpoint,
                Credential = Platform.Credential("platform"),
                RateLimits = { ["bot"] = [new RateLimitWindow(60, 3)] },
            }
        );
        var calls = Enumerable
            .Range(0, int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture))
            .Select(_ => xo.Analytics.FindIntentAsync(Platform.Bot, new FindIntentRequest { Input = "welcome", BotName = "Travel" }));
        var results = await Task.WhenAll(calls);
        Console.WriteLine($"{results.Length} done");
    }
}
