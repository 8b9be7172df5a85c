using KoreXo;
using KoreXo.BotDefinition;

namespace Programs;

/// <summary>Starts an export in one process and finishes it in another.</summary>
internal static class ExportBackup
{
    private static readonly JobPolling Soon = new()
    {
        InitialDelay = TimeSpan.FromMilliseconds(20),
        MaxDelay = TimeSpan.FromMilliseconds(200),
    };

    public static async Task RunAsync(string[] args)
    {
        var xo = Platform.Connect("platform");
        if (args is ["start"])
        {
            var started = await xo.BotDefinition.StartBotExportAsync(
                Platform.Bot,
                new BotExportRequest { ExportType = BotExportType.Latest }
            );
            Console.WriteLine(started.ResumeToken);
            return;
        }

        BotExportStatus done = await xo.BotDefinition.ResumeBotExport(args[1]).WaitAsync(Soon);
        await xo.BotDefinition.DownloadBotExportAsync(done, args[2]);
        Console.WriteLine($"{done.Status}: {new FileInfo(args[2]).Length > 0}");
    }
}
