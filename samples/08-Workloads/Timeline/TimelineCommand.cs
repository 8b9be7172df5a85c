using System.Globalization;
using KoreXo.Samples;

namespace Workloads.Timeline;

/// <summary>Writes the timeline of a bot and its account to a CSV file.</summary>
internal static class TimelineCommand
{
    private const string Usage = """
        Usage: Workloads timeline --endpoint <address> --bot <id> --from <day> --to <day> --out <file.csv>

        Days are in UTC, such as 2026-10-31, and both are included. The ids and secrets of the two apps are in KOREXO_PLATFORM_ID,
        KOREXO_PLATFORM_SECRET, KOREXO_ADMIN_ID and KOREXO_ADMIN_SECRET.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var options = new Arguments(args, "--endpoint", "--bot", "--from", "--to", "--out");
                using var xo = Connection.Open(options["--endpoint"], "timeline");
                var (bot, file) = (Connection.Required("--bot", options["--bot"]), Connection.Required("--out", options["--out"]));
                var events = await new TimelineReport(xo).ReadAsync(bot, Day("--from"), Day("--to"), stop);

                // Written only when everything was read: half a timeline looks whole.
                await File.WriteAllLinesAsync(file, [Line("time", "source", "id", "actor", "kind", "text"), .. events.Select(Line)], stop);
                var changes = events.Count(static entry => entry.Source == "bot");
                Console.WriteLine($"{events.Count} entries: {changes} of the bot, {events.Count - changes} of the account");
                return 0;

                DateOnly Day(string option) =>
                    DateOnly.TryParse(Connection.Required(option, options[option]), CultureInfo.InvariantCulture, out var day)
                        ? day
                        : throw new FormatException($"{option} must be a day such as 2026-10-31.");
            }
        );

    private static string Line(TimelineEvent entry) =>
        Line(
            entry.Time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "",
            entry.Source,
            entry.Id,
            entry.Actor,
            entry.Kind,
            entry.Text
        );

    private static string Line(params IEnumerable<string> cells) =>
        string.Join(',', cells.Select(static cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
