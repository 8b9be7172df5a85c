using System.Globalization;
using KoreXo.Samples;

namespace Workloads.Sessions;

/// <summary>Exports a week of sessions with their messages.</summary>
internal static class SessionsCommand
{
    private const string Usage = """
        Usage: Workloads sessions --endpoint <address> --bot <id> --from <day> [--days <number>] [--out <folder>]

        Writes a file for each day, in UTC, with a session and its messages on each line; by default for 7 days. The app's id and secret are
        in KOREXO_PLATFORM_ID and KOREXO_PLATFORM_SECRET. An interrupted export goes on when it is started again.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var options = new Arguments(args, "--endpoint", "--bot", "--from", "--days", "--out");
                using var xo = Connection.Open(options["--endpoint"], "session-week");
                var bot = Connection.Required("--bot", options["--bot"]);
                var text = Connection.Required("--from", options["--from"]);
                var first = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : throw new FormatException($"'{text}' is not a day such as 2026-03-01.");
                var week = new SessionWeek(xo.Analytics, bot, options["--out"] ?? "sessions", Console.WriteLine);
                var totals = await week.RunAsync(first, options.Number("--days", otherwise: 7, most: 366), stop);
                foreach (var session in totals.SelectMany(static total => total.Incomplete))
                {
                    Console.WriteLine($"messages are missing in session {session}");
                }

                var sessions = totals.Sum(static total => total.Types.Values.Sum());
                Console.WriteLine($"{sessions} sessions, {totals.Sum(static total => total.Messages)} messages");
                return totals.All(static total => total.Incomplete.Count == 0) ? 0 : 1;
            },
            "Start it again with the same arguments to go on."
        );
}
