using KoreXo.Samples;

namespace Workloads.Classification;

/// <summary>Finds the intents of the utterances in a file.</summary>
internal static class ClassifyCommand
{
    private const string Usage = """
        Usage: Workloads classify --endpoint <address> --bot <id> --name <bot name> --file <utterances> [--out <file>]

        The file has an utterance on each line. The app's id and secret are in KOREXO_PLATFORM_ID and KOREXO_PLATFORM_SECRET.
        Exit code: 0 = all classified, 1 = some were rejected, or the run did not finish. It goes on when it is started again.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var options = new Arguments(args, "--endpoint", "--bot", "--name", "--file", "--out");
                using var xo = Connection.Open(options["--endpoint"], "classify");
                var (bot, name) = (Connection.Required("--bot", options["--bot"]), Connection.Required("--name", options["--name"]));
                var file = Connection.Required("--file", options["--file"]);
                var utterances = File.ReadLines(file).Select(static line => line.Trim()).Where(static line => line.Length > 0).ToList();
                using var results = new ResultFile(options["--out"] ?? $"{file}.intents.jsonl");
                var progress = new ProgressText<int>(Console.WriteLine, done => $"{done / 100 * 100} of {utterances.Count}");
                var (classified, rejected) = await new Classifier(xo.Analytics, bot, name).RunAsync(utterances, results, progress, stop);
                Console.WriteLine($"{classified} classified, {rejected} of them rejected, {results.Done.Count} were already");
                return rejected == 0 ? 0 : 1;
            },
            "Start it again with the same arguments to go on."
        );
}
