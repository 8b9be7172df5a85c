using System.Globalization;
using KoreXo.Samples.Tests;
using KoreXo.Simulator;
using Npgsql;

namespace KoreXo.Fleet.Tests.Exports;

/// <summary>Bots with conversations of some days, a database and a folder, for processes that export them.</summary>
internal sealed class ExportScene : IAsyncDisposable
{
    public const int MessagesPerSession = 4;

    // The platform's clock for rate limits runs twenty times as fast, and this is what its minute and its hour become.
    private const int Acceleration = 20;
    private const string Rate = "60/3,1800/180";
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<SampleProcess> _processes = [];
    private readonly SimulatedApp _app;

    private ExportScene(XoSimulator platform, NpgsqlDataSource database, int bots, int days, int sessionsPerDay)
    {
        (Platform, Database, Days) = (platform, database, days);
        _app = platform.AddAppWithAllScopes(AppKind.Platform);
        Bots = [.. Enumerable.Range(0, bots).Select(number => platform.AddBot($"Bot {number}").Id)];
        foreach (var bot in platform.Bots.Values)
        {
            var seed = new SessionSeed
            {
                From = Begin,
                To = Begin.AddDays(days),
                MessagesPerSession = MessagesPerSession,
            };
            platform.SeedSessions(bot, days * sessionsPerDay, seed);
        }

        Rows = (long)bots * days * sessionsPerDay * (1 + MessagesPerSession);
    }

    public XoSimulator Platform { get; }

    public NpgsqlDataSource Database { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-export-").FullName;

    public IReadOnlyList<string> Bots { get; }

    public int Days { get; }

    /// <summary>Gets the number of rows of the platform.</summary>
    public long Rows { get; }

    /// <summary>Gets the number of items of the plan.</summary>
    public int Items => Bots.Count * Days * 2;

    /// <summary>Gets the path of the file that an item becomes.</summary>
    public string PathOf(string kind, int day = 1) =>
        Path.Combine(Folder, Bots[0], string.Create(CultureInfo.InvariantCulture, $"2026-03-{day:00}.{kind}.jsonl"));

    public static async Task<ExportScene> StartAsync(PostgreSqlEngine engine, int bots, int days, int sessionsPerDay)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var name = $"export_{Guid.NewGuid():N}";
        await using (var source = NpgsqlDataSource.Create(engine.Connection))
        await using (var command = source.CreateCommand($"CREATE DATABASE {name}"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var platform = await XoSimulator.StartAsync(new XoSimulatorOptions { RateLimitClock = new AcceleratedTime(Acceleration) });
        var connection = new NpgsqlConnectionStringBuilder(engine.Connection) { Database = name };
        return new ExportScene(platform, NpgsqlDataSource.Create(connection), bots, days, sessionsPerDay);
    }

    /// <summary>Plans all days, and returns what the program wrote last.</summary>
    public async Task<string> PlanAsync(params string[] moreBots)
    {
        var (exitCode, lastLine, output) = await RunAsync(
            "plan",
            "--bots",
            string.Join(',', Bots.Concat(moreBots)),
            "--from",
            "2026-03-01",
            "--to",
            Begin.AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "--out",
            Folder
        );
        Assert.True(exitCode == 0, output);
        return lastLine;
    }

    /// <summary>Starts a worker.</summary>
    public SampleProcess Work(string name, int lease = 60, int page = 1000, string rate = Rate) =>
        Start(
            "work",
            "--endpoint",
            Platform.Endpoint.AbsoluteUri,
            "--out",
            Folder,
            "--name",
            name,
            "--lease",
            lease.ToString(CultureInfo.InvariantCulture),
            "--page",
            page.ToString(CultureInfo.InvariantCulture),
            "--rate",
            rate
        );

    public async Task<string> StatusAsync()
    {
        var (exitCode, _, output) = await RunAsync("status");
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>Counts the rows of all files.</summary>
    public RowCount Count() => RowCount.Create(Folder, Platform);

    /// <summary>Gets the requests that the platform rejected.</summary>
    public IEnumerable<string> Rejected =>
        Platform.Requests.Where(static request => request.Status is not (200 or 0)).Select(static request => request.ToString());

    /// <summary>Waits until a number of items meet a condition.</summary>
    public async Task WaitAsync(string condition, int items)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await CountAsync(condition) < items)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>Counts the items that meet a condition.</summary>
    public async Task<long> CountAsync(string condition)
    {
        await using var command = Database.CreateCommand($"SELECT count(*) FROM fleet_export.items WHERE {condition}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Dispose();
        }

        await Platform.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<(int ExitCode, string LastLine, string Output)> RunAsync(params string[] arguments) =>
        await Start(arguments).EndAsync();

    private SampleProcess Start(params string[] arguments)
    {
        var process = SampleProcess.Start(
            "FleetExport",
            arguments,
            ("KOREXO_DATABASE", Database.ConnectionString),
            ("KOREXO_CLIENT_ID", _app.ClientId),
            ("KOREXO_CLIENT_SECRET", _app.ClientSecret),
            ("DOTNET_TieredPGO", "0")
        );
        _processes.Add(process);
        return process;
    }
}
