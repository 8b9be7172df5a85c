using KoreXo;

namespace MissingScope;

/// <summary>What runs every night: reads what happened, asks for an intent, saves the bot.</summary>
internal sealed class NightlyReport(KoreXoClient xo)
{
    public async Task RunAsync(string botId, CancellationToken cancellationToken)
    {
        // Granted: the manifest lists the scope.
        await foreach (var session in xo.Analytics.ListSessionsAsync(botId, cancellationToken: cancellationToken))
        {
            Console.WriteLine(session.SessionId);
        }

        // Guarded: runs only where the scope is held.
        if (xo.Analytics.HoldsScopes("Debug Logs"))
        {
            await foreach (var log in xo.Analytics.ListDebugLogsAsync(botId, "caller", cancellationToken: cancellationToken))
            {
                Console.WriteLine(log);
            }
        }

        // Missing: the manifest does not list the scopes of these two, so each call would be refused.
        var intent = await xo.Analytics.FindIntentAsync(
            botId,
            new() { Input = "book a flight", BotName = "Travel" },
            cancellationToken: cancellationToken
        );
        Console.WriteLine(intent.Response);

        var export = await xo.BotDefinition.StartBotExportAsync(
            botId,
            new() { ExportType = "published" },
            cancellationToken: cancellationToken
        );
        await export.WaitAsync(cancellationToken: cancellationToken);
    }
}
