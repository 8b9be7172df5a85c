using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;
using KoreXo.Simulator;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo simulate</c>: the platform in memory, as a process, until it is interrupted.</summary>
internal static class SimulateCommand
{
    private static readonly AppKind[] Kinds = Enum.GetValues<AppKind>();

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "The port on the loopback address; any that is free when left out." };
        var seed = new Option<int>("--seed") { Description = "What ids and faults are made from.", DefaultValueFactory = static _ => 1 };
        var faults = new Option<string>("--faults") { Description = "none, or storm: a fifth of the requests goes wrong.", DefaultValueFactory = static _ => "none" };
        faults.AcceptOnlyFromAmong("none", "storm");
        var json = new Option<bool>("--json") { Description = "Print endpoint and credentials as one line of JSON." };
        var command = new Command("simulate", "Run a simulator of the platform, with an app of each kind that holds all scopes, until Ctrl+C. Its address shows a page of what it is asked.") { port, seed, faults, json };
        command.SetAction(CommandRun.Guarded(async (parsed, cancellationToken) =>
        {
            var plan = parsed.GetValue(faults) == "storm" ? FaultPlan.Storm(parsed.GetValue(seed)) : FaultPlan.None;
            await using var platform = await StartAsync(parsed.GetValue(port), parsed.GetValue(seed), cancellationToken);
            platform.Faults = plan;
            var apps = Kinds.Select(platform.AddAppWithAllScopes).ToList();
            var bot = platform.AddSampleBot("Sample bot");
            await parsed.InvocationConfiguration.Output.WriteAsync(parsed.GetValue(json) ? AsJson(platform, apps, bot) : AsText(platform, apps, bot));
            await parsed.InvocationConfiguration.Output.FlushAsync(cancellationToken);
            await WaitAsync(cancellationToken);
            return ExitCodes.Success;
        }));
        return command;
    }

    private static async Task<XoSimulator> StartAsync(int port, int seed, CancellationToken cancellationToken)
    {
        try
        {
            return await XoSimulator.StartAsync(new XoSimulatorOptions { Port = port, Seed = seed, ShowMonitor = true }, cancellationToken);
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"--port {port} is no port: 0 to 65535."), fault);
        }
        catch (IOException fault)
        {
            throw new CommandException(string.Create(CultureInfo.InvariantCulture, $"Port {port} cannot be listened on: {fault.Message}"), fault);
        }
    }

    private static string AsText(XoSimulator platform, List<SimulatedApp> apps, string bot) => string.Concat(
        $"endpoint  {platform.Endpoint}\n",
        string.Concat(Kinds.Zip(apps, static (kind, app) => $"{Name(kind),-9} {app.ClientId}  {app.ClientSecret}\n")),
        $"bot       {bot}\n",
        "Open the endpoint in a browser to see what it is asked. Ctrl+C ends it; nothing is kept.\n");

    private static string AsJson(XoSimulator platform, List<SimulatedApp> apps, string bot) => new JsonObject
    {
        ["endpoint"] = platform.Endpoint.ToString(),
        ["credentials"] = new JsonObject(Kinds.Zip(apps, static (kind, app) => KeyValuePair.Create<string, JsonNode?>(
            Name(kind), new JsonObject { ["clientId"] = app.ClientId, ["clientSecret"] = app.ClientSecret }))),
        ["bot"] = bot,
    }.ToJsonString() + "\n";

    private static string Name(AppKind kind) => kind.ToString().ToLowerInvariant();

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // That is how it is meant to end.
        }
    }
}
