using AnalyticsExport;
using KoreXo;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    var settings = ExportSettings.Parse(args);
    var tally = settings.Endpoint is null ? await SimulateAsync(settings, stop.Token) : await ExportAsync(settings, stop.Token);
    Console.WriteLine(tally);
    return tally.IsGood ? 0 : 1;
}
catch (FormatException fault)
{
    Console.Error.WriteLine(fault.Message);
    Console.Error.WriteLine(ExportSettings.Usage);
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Interrupted. Start again to go on.");
    return 1;
}
catch (Exception fault) when (fault is KoreXoException or IOException or InvalidDataException)
{
    Console.Error.WriteLine($"Failed: {fault.Message} Start again to go on.");
    return 1;
}

static async Task<Tally> SimulateAsync(ExportSettings settings, CancellationToken cancellationToken)
{
    await using var simulated = await SimulatedPlatform.StartAsync(settings, cancellationToken);
    await RunAsync(new KoreXoClient(simulated.ClientOptions()), simulated.Complete(settings), simulated.Clock, cancellationToken);
    return Tally.Of(settings.Folder, simulated.Platform);
}

static async Task<Tally> ExportAsync(ExportSettings settings, CancellationToken cancellationToken)
{
    string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? throw new FormatException($"{name} is not set.");

    var xo = new KoreXoClient(new KoreXoClientOptions
    {
        Endpoint = settings.Endpoint,
        Credentials = { ["platform"] = new JwtCredential(Variable("KOREXO_CLIENT_ID"), Variable("KOREXO_CLIENT_SECRET")) },
    });
    var end = await RunAsync(xo, settings, TimeProvider.System, cancellationToken);
    return Tally.Of(settings.Folder, end.Announced);
}

static Task<Checkpoint> RunAsync(KoreXoClient xo, ExportSettings settings, TimeProvider clock, CancellationToken cancellationToken)
{
    var export = new Export(xo.Analytics, settings, clock);
    return ProgressDisplay.RunAsync(export.Windows, progress => export.RunAsync(progress, cancellationToken));
}
