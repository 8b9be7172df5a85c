using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KoreXo;
using KoreXo.DataTables;
using KoreXo.Samples;

namespace Workloads.Fixtures;

/// <summary>Seeds a table, runs a command such as <c>dotnet test</c>, and deletes the rows again.</summary>
internal static class FixtureCommand
{
    private const string Usage = """
        Usage: Workloads table-fixture --endpoint <address> --table <name> --rows <file> [--sweep <hours>] -- <command> [arguments]

        The file has a JSON object for each row. The command gets the mark of its rows in KOREXO_TEST_RUN, and its exit code is returned.
        Rows that runs left behind which were killed more than 6 hours ago (--sweep) are deleted first.
        The app's id and secret are in KOREXO_DATA_ID and KOREXO_DATA_SECRET.
        """;

    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) =>
        Entry.RunAsync(
            Usage,
            async stop =>
            {
                var end = Array.IndexOf(args, "--");
                var options = new Arguments(end < 0 ? args : args[..end], "--endpoint", "--table", "--rows", "--sweep");
                using var xo = Connection.Open(options["--endpoint"], "table-fixture");
                var table = Connection.Required("--table", options["--table"]);
                var rows = ReadRows(Connection.Required("--rows", options["--rows"]));
                var command = end < 0 || end == args.Length - 1 ? throw new FormatException("The command is missing.") : args[(end + 1)..];
                var age = TimeSpan.FromHours(options.Number("--sweep", otherwise: 6));
                return await RunAsync(xo.DataTables, table, rows, age, mark => StartAsync(command, mark, stop), Console.WriteLine, stop);
            }
        );

    public static async Task<int> RunAsync(
        DataTablesClient tables,
        string table,
        IReadOnlyList<IReadOnlyDictionary<string, JsonAny>> rows,
        TimeSpan age,
        Func<long, Task<int>> test,
        Action<string> report,
        CancellationToken cancellationToken
    )
    {
        var left = await TableFixture.SweepAsync(tables, table, age, cancellationToken: cancellationToken);
        if (left > 0)
        {
            report($"deleted {left} rows of killed runs");
        }

        await using var fixture = await TableFixture.SeedAsync(tables, table, rows, cancellationToken: cancellationToken);
        report($"seeded {rows.Count} rows with mark {fixture.Mark}");
        return await test(fixture.Mark);
    }

    private static List<IReadOnlyDictionary<string, JsonAny>> ReadRows(string path)
    {
        try
        {
            return [.. File.ReadLines(path).Where(static line => line.Length > 0).Select(ReadRow)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException($"{path} must have a JSON object on each line: {exception.Message}", exception);
        }
    }

    private static IReadOnlyDictionary<string, JsonAny> ReadRow(string line) =>
        JsonElement
            .Parse(line)
            .EnumerateObject()
            .ToDictionary(static column => column.Name, static column => JsonAny.FromElement(column.Value));

    private static async Task<int> StartAsync(string[] command, long mark, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], command[1..]);
        start.Environment["KOREXO_TEST_RUN"] = mark.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start) ?? throw new IOException($"'{command[0]}' cannot be started.");
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}
