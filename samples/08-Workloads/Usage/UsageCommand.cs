using System.Globalization;
using KoreXo.Samples;

namespace Workloads.Usage;

/// <summary>Writes the monthly report to a file: Markdown, or CSV if its name says so.</summary>
internal static class UsageCommand
{
    private const string Usage = """
        Usage: Workloads usage-report --endpoint <address> --month <yyyy-mm> --bots <id,id,…> --out <file.md|file.csv> [--page <entries>]

        The month must have ended, in UTC. The app's id and secret are in KOREXO_ADMIN_ID and KOREXO_ADMIN_SECRET.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var options = new Arguments(args, "--endpoint", "--month", "--bots", "--out", "--page");
                using var xo = Connection.Open(options["--endpoint"], "usage-report");
                var month = ParseMonth(Connection.Required("--month", options["--month"]));
                var bots = Connection
                    .Required("--bots", options["--bots"])
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                var file = Connection.Required("--out", options["--out"]);
                var usage = await new UsageReport(xo.Analytics, options.Number("--page", otherwise: 100)).ReadAsync(bots, month, stop);

                // Written only when everything was read: half a report looks whole.
                var isCsv = Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase);
                await File.WriteAllTextAsync(file, isCsv ? UsageTable.Csv(usage) : UsageTable.Markdown(usage), stop);
                var (requests, sessions) = (usage.Llm.Sum(static row => row.Requests), usage.Billing.Sum(static row => row.Sessions));
                Console.WriteLine($"{bots.Length} bots: {requests} requests to language models, {sessions} billing sessions");
                return 0;
            }
        );

    private static DateOnly ParseMonth(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.AddMonths(1) <= DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
            ? month
            : throw new FormatException("--month must be a month that has ended, such as 2026-10.");
}
