using KoreXo.Samples;

namespace Workloads.Utterances;

/// <summary>Adds ML utterances to a bot and trains it.</summary>
internal static class UtterancesCommand
{
    private const string Usage = """
        Usage: Workloads utterances --endpoint <address> --bot <id> --file <utterances> [--language <code>] [--state <file>]

        The file has lines as in the platform's CSV export. The apps' ids and secrets are in KOREXO_ADMIN_ID, KOREXO_ADMIN_SECRET,
        KOREXO_PLATFORM_ID and KOREXO_PLATFORM_SECRET. An interrupted run goes on when it is started again.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var options = new Arguments(args, "--endpoint", "--bot", "--file", "--language", "--state");
                using var xo = Connection.Open(options["--endpoint"], "utterances");
                var (bot, file) = (Connection.Required("--bot", options["--bot"]), Connection.Required("--file", options["--file"]));
                var lines = File.ReadLines(file).Select(static line => line.Trim()).Where(static line => line.Length > 0).ToList();
                var state = new RunState(options["--state"] ?? $"{file}.state.json", $"{bot} {file}");
                var update = new UtteranceUpdate(xo, bot, options["--language"] ?? "en", state, Console.WriteLine);
                var missing = await update.RunAsync(lines, stop);
                foreach (var line in missing)
                {
                    Console.WriteLine($"missing: {line}");
                }

                return missing.Count == 0 ? 0 : 1;
            },
            "Start it again with the same arguments to go on."
        );
}
