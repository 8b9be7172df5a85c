using FleetExport;
using KoreXo;
using KoreXo.Samples;

const string Usage = """
    Usage: FleetExport plan   --bots <id,id…> --from <day> --to <day after the last> [--out <folder>]
           FleetExport work   --endpoint <address> [--out <folder>] [--name <worker>] [--lease <seconds>] [--page <size>]
                              [--rate <calls/seconds,…>]
           FleetExport status

    All need KOREXO_DATABASE, a connection string of PostgreSQL. Workers need the app's id and secret in KOREXO_CLIENT_ID and
    KOREXO_CLIENT_SECRET, and the same folder on all machines.
    """;

return await Entry.RunAsync(
    Usage,
    async cancellationToken =>
        args switch
        {
            ["plan", .. var rest] => await PlanAsync(PlanSettings.Parse(rest, TimeProvider.System), cancellationToken),
            ["work", .. var rest] => await WorkAsync(WorkSettings.Parse(rest), cancellationToken),
            ["status"] => await StatusAsync(cancellationToken),
            [] or ["--help" or "-h" or "-?", ..] => throw new HelpRequestedException(),
            [var command, ..] => throw new FormatException($"Unknown command {command}."),
        },
    advice: "Other workers continue with its items; run it again to add a worker."
);

static Database Open() => new(Arguments.Variable("KOREXO_DATABASE"), TimeProvider.System, Console.Error.WriteLine);

static async Task<int> PlanAsync(PlanSettings settings, CancellationToken cancellationToken)
{
    await using var database = Open();
    var added = await Plan.AddAsync(database, settings.Bots, settings.From, settings.To, cancellationToken);
    var reopened = await Plan.ReopenAsync(database, settings.Folder, cancellationToken);
    Console.WriteLine($"{added} items added, {reopened} reopened");
    return 0;
}

static async Task<int> WorkAsync(WorkSettings settings, CancellationToken cancellationToken)
{
    await using var database = Open();
    var options = new KoreXoClientOptions
    {
        Endpoint = settings.Endpoint,
        Credentials =
        {
            ["platform"] = new JwtCredential(Arguments.Variable("KOREXO_CLIENT_ID"), Arguments.Variable("KOREXO_CLIENT_SECRET")),
        },
        RateLimitStore = new PostgreSqlRateLimitStore(database.Source),
        MaxRateLimitWait = Timeout.InfiniteTimeSpan,
    };
    if (settings.Windows.Count > 0)
    {
        options.RateLimits["bot"] = settings.Windows;
    }

    using var xo = new KoreXoClient(options);
    var export = new ItemExport(xo.Analytics, settings.PageSize);
    await new Worker(new WorkQueue(database), export, settings, TimeProvider.System, Console.WriteLine).RunAsync(cancellationToken);
    var status = await Status.ReadAsync(database, cancellationToken);
    Console.WriteLine(status);
    return status.IsDone ? 0 : 1;
}

static async Task<int> StatusAsync(CancellationToken cancellationToken)
{
    await using var database = Open();
    Console.WriteLine(await Status.ReadAsync(database, cancellationToken));
    return 0;
}
