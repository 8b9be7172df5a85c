using AnalyticsExport;
using KoreXo;
using KoreXo.Samples;

return await Entry.RunAsync(
    ExportSettings.Usage,
    async cancellationToken =>
    {
        var settings = ExportSettings.Parse(args);
        var tally = settings.Endpoint is null
            ? await SimulateAsync(settings, cancellationToken)
            : await ExportAsync(settings, cancellationToken);
        Console.WriteLine(tally);
        return tally.IsGood ? 0 : 1;
    },
    advice: "Run it again to resume."
);

static async Task<Tally> SimulateAsync(ExportSettings settings, CancellationToken cancellationToken)
{
    await using var simulated = await SimulatedPlatform.StartAsync(settings, cancellationToken);
    using var xo = new KoreXoClient(simulated.ClientOptions());
    await RunAsync(xo, simulated.Complete(settings), simulated.Clock, cancellationToken);
    return Tally.Of(settings.Folder, simulated.Platform);
}

static async Task<Tally> ExportAsync(ExportSettings settings, CancellationToken cancellationToken)
{
    using var xo = new KoreXoClient(
        new KoreXoClientOptions
        {
            Endpoint = settings.Endpoint,
            Credentials =
            {
                ["platform"] = new JwtCredential(Arguments.Variable("KOREXO_CLIENT_ID"), Arguments.Variable("KOREXO_CLIENT_SECRET")),
            },
        }
    );
    var end = await RunAsync(xo, settings, TimeProvider.System, cancellationToken);
    return Tally.Of(settings.Folder, end.Announced);
}

static Task<Checkpoint> RunAsync(KoreXoClient xo, ExportSettings settings, TimeProvider clock, CancellationToken cancellationToken)
{
    var export = new Export(xo.Analytics, settings, clock);
    return ProgressDisplay.RunAsync(export.Windows, progress => export.RunAsync(progress, cancellationToken));
}
