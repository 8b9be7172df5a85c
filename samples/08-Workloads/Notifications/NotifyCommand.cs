using KoreXo.Samples;

namespace Workloads.Notifications;

/// <summary>Notifies the recipients in a file.</summary>
internal static class NotifyCommand
{
    private const string Usage = """
        Usage: Workloads notify --endpoint <address> --bot <id> --channel msteams|slack --message <text> --recipients <file>
                                [--journal <file>] [--batch <recipients>]

        The file has a recipient on each line, such as a mail address. Started again with the same arguments, it goes on where it was
        interrupted, and notifies nobody twice. The app's id and secret are in KOREXO_ADMIN_ID and KOREXO_ADMIN_SECRET.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var options = new Arguments(args, "--endpoint", "--bot", "--channel", "--message", "--recipients", "--journal", "--batch");
                using var xo = Connection.Open(options["--endpoint"], "notify");
                var list = Connection.Required("--recipients", options["--recipients"]);
                var settings = new NotificationSettings
                {
                    BotId = Connection.Required("--bot", options["--bot"]),
                    Channel = Connection.Required("--channel", options["--channel"]),
                    Message = Connection.Required("--message", options["--message"]),
                    Recipients =
                    [
                        .. File.ReadLines(list).Select(static line => line.Split('\t')[0].Trim()).Where(static line => line.Length > 0),
                    ],
                    BatchSize = options.Number("--batch", otherwise: 100, most: NotificationSettings.MaxBatchSize),
                };
                using var journal = new Journal(options["--journal"] ?? $"{list}.journal");
                return Report(await new NotificationRun(xo.BotDefinition, settings, journal, Console.WriteLine).RunAsync(stop));
            },
            "Start it again with the same arguments: it notifies nobody twice."
        );

    private static int Report(IReadOnlyList<Outcome> outcomes)
    {
        foreach (var outcome in outcomes.Where(static outcome => outcome.IsDelivered != true))
        {
            Console.WriteLine($"{(outcome.IsDelivered is null ? "unknown" : "failed")}  {outcome.Recipient}  {outcome.Reason}");
        }

        var (delivered, failed) = (
            outcomes.Count(static outcome => outcome.IsDelivered == true),
            outcomes.Count(static outcome => outcome.IsDelivered == false)
        );
        Console.WriteLine($"{delivered} delivered, {failed} failed, {outcomes.Count - delivered - failed} unknown");
        return delivered == outcomes.Count ? 0 : 1;
    }
}
