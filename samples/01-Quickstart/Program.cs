using KoreXo;
using KoreXo.Simulator;
using Quickstart;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    // The simulator replaces the platform. For the real one, set the endpoint to your environment's address, and use the client id and
    // secret of each kind of app.
    await using var platform = await XoSimulator.StartAsync(cancellationToken: stop.Token);
    var admin = platform.AddAppWithAllScopes(AppKind.Admin);
    var data = platform.AddAppWithAllScopes(AppKind.Data);
    var reader = platform.AddApp(AppKind.Data, "Read access to the Data Table");
    platform.AddTable("Employees");

    using var xo = new KoreXoClient(
        new KoreXoClientOptions
        {
            Endpoint = platform.Endpoint,
            Credentials =
            {
                ["admin"] = new JwtCredential(admin.ClientId, admin.ClientSecret),
                ["data"] = new JwtCredential(data.ClientId, data.ClientSecret),
            },
        }
    );

    Console.WriteLine($"Platform simulated at {platform.Endpoint}");
    var rows = await DataTableTour.RunAsync(xo, stop.Token);
    var archive = await BotTour.RunAsync(xo, stop.Token);
    await ScopeTour.RunAsync(platform.Endpoint, new JwtCredential(reader.ClientId, reader.ClientSecret), stop.Token);

    Console.WriteLine();
    Console.WriteLine(
        $"Done: {rows.Read} rows read, {rows.Updated} updated, {rows.Deleted} deleted; archive of {archive.Length} bytes in {archive.Name}; 1 call rejected for a missing scope."
    );
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Canceled.");
    return 1;
}
catch (Exception exception) when (exception is KoreXoException or MismatchException)
{
    Console.Error.WriteLine($"Failed: {exception.Message}");
    return 1;
}
