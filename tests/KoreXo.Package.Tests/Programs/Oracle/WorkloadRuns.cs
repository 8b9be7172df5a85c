using System.Globalization;
using KoreXo.Package.Tests.Guides;

namespace KoreXo.Package.Tests.Programs.Oracle;

/// <summary>The programs of the sample for everyday jobs, as they are started from a shell.</summary>
internal static class WorkloadRuns
{
    /// <summary>Writes the files that the programs read, and returns their arguments.</summary>
    public static IEnumerable<(string Folder, string[] Arguments)> Prepare(SimulatedAccount account)
    {
        var bot = account.Bot.Id;
        var lastMonth = TimeProvider.System.GetUtcNow().AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var lines = Write(account, "lines.txt", "ada@example.com\n");
        var rows = Write(account, "rows.jsonl", "{\"Name\":\"Ada\"}\n");
        var (sessions, usage, timeline) = (Named("sessions"), Named("usage.csv"), Named("timeline.csv"));
        string[][] runs =
        [
            ["classify", "--bot", bot, "--name", "Travel", "--file", lines],
            ["erase", "--bot", bot, "--customer", "ada", "--confirm", "ada"],
            ["sessions", "--bot", bot, "--from", "2030-01-01", "--days", "1", "--out", sessions],
            ["utterances", "--bot", bot, "--file", lines],
            ["notify", "--bot", bot, "--channel", "slack", "--message", "Hello", "--recipients", lines],
            ["usage-report", "--month", lastMonth, "--bots", bot, "--out", usage],
            ["timeline", "--bot", bot, "--from", "2030-01-01", "--to", "2030-01-02", "--out", timeline],
            ["table-fixture", "--table", "Contacts", "--rows", rows, "--", "dotnet", "exec"],
        ];
        return runs.Select(run =>
            ("08-Workloads", new[] { run[0], "--endpoint", account.Platform.Endpoint.AbsoluteUri }.Concat(run[1..]).ToArray())
        );

        string Named(string name) => Path.Combine(account.Folder, name);
    }

    private static string Write(SimulatedAccount account, string name, string text)
    {
        var file = Path.Combine(account.Folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
