using KoreXo;
using KoreXo.DataTables;
using KoreXo.Samples;
using KoreXo.Simulator;
using TableLoad;

return await Entry.RunAsync(
    LoadSettings.Usage,
    async cancellationToken =>
    {
        var settings = LoadSettings.Parse(args);
        var (text, isGood) = await (
            settings.Endpoint is null ? SimulateAsync(settings, cancellationToken) : LoadAsync(settings, cancellationToken)
        );
        Console.WriteLine(text);
        return isGood ? 0 : 1;
    }
);

static async Task<(string Text, bool IsGood)> SimulateAsync(LoadSettings settings, CancellationToken cancellationToken)
{
    // An hour of quota passes in a minute, and so do the client's waits.
    var clock = new AcceleratedTime(60);
    await using var platform = await XoSimulator.StartAsync(
        new XoSimulatorOptions { TimeProvider = clock, RateLimitClock = clock },
        cancellationToken
    );
    var app = platform.AddApp(
        AppKind.Data,
        "Read access to the Data Table",
        "Write access to the Data Table",
        "Delete access to the Data Table"
    );
    var table = platform.AddTable(settings.Table);
    platform.Faults = settings.Faults == "storm" ? FaultPlan.Storm(seed: 2026) : FaultPlan.None;
    using var tables = new DataTablesClient(
        new KoreXoClientOptions
        {
            Endpoint = platform.Endpoint,
            Credential = new JwtCredential(app.ClientId, app.ClientSecret) { TimeProvider = clock },
            TimeProvider = clock,
            AttemptTimeout = TimeSpan.FromHours(1),
            TotalTimeout = TimeSpan.FromHours(5),
        }
    );

    // The platform ends with the process, so a later run has nothing to resume.
    var (text, isGood) = await new Load(tables, settings, new LoadState(path: null), clock, cancellationToken).RunAsync();
    var numbers = table.Rows.Select(static row => row[CustomerRows.Number].GetInt64()).Order();
    return (
        text,
        isGood
            && numbers.SequenceEqual(
                Enumerable.Range(1, settings.Rows).Where(static number => number % 10 != 0).Select(static number => (long)number)
            )
    );
}

static async Task<(string Text, bool IsGood)> LoadAsync(LoadSettings settings, CancellationToken cancellationToken)
{
    using var tables = new DataTablesClient(
        new KoreXoClientOptions
        {
            Endpoint = settings.Endpoint,
            Credential = new JwtCredential(Arguments.Variable("KOREXO_CLIENT_ID"), Arguments.Variable("KOREXO_CLIENT_SECRET")),
        }
    );
    return await new Load(tables, settings, new LoadState(settings.State), TimeProvider.System, cancellationToken).RunAsync();
}
