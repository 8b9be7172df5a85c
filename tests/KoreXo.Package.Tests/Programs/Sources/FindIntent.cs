using KoreXo.Analytics;

namespace Programs;

/// <summary>Asks a bot what an utterance means.</summary>
internal static class FindIntent
{
    public static async Task RunAsync(string[] args)
    {
        var xo = Platform.Connect("platform");
        FindIntentResult found = await xo.Analytics.FindIntentAsync(
            Platform.Bot,
            new FindIntentRequest { Input = args[0], BotName = "Travel" }
        );
        Console.WriteLine($"{found.BotName}: {found.Response.Result}, {found.Response.Task ?? "no task"}");
    }
}
