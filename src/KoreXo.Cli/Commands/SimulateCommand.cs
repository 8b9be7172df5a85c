using System.CommandLine;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Simulation;
using KoreXo.Simulator;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo simulate</c>: runs the in-memory platform as a process until it is interrupted.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var options = new SimulateOptions();
        var command = new Command(
            "simulate",
            "Run a simulator of the platform, or of the service that a document describes, until Ctrl+C. It has an app of each kind with all scopes, prints working curl commands, and shows the requests it receives on a page at its address."
        );
        options.AddTo(command);
        command.SetAction(CommandRun.Guarded((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunDocumentAsync(
        string path,
        SimulateOptions options,
        ParseResult parsed,
        CancellationToken cancellationToken
    )
    {
        var seed = options.ReadNumber(parsed);
        await using var document = await SimulatedDocument.StartAsync(path, options.ReadPort(parsed), seed, cancellationToken);
        document.Simulator.Faults = options.WantsStorm(parsed) ? FaultPlan.Storm(seed) : FaultPlan.None;
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteAsync(
            options.WantsJson(parsed) ? DocumentText.Json(document, TimeProvider.System)
            : options.WantsList(parsed) ? DocumentText.Table(document.Simulator)
            : DocumentText.Write(document)
        );
        await output.FlushAsync(cancellationToken);
        if (!options.WantsList(parsed))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return ExitCodes.Success;
    }

    private static async Task<int> RunAsync(SimulateOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            if (options.ReadDocument(parsed) is { } path)
            {
                return await RunDocumentAsync(path, options, parsed, cancellationToken);
            }

            var content = await options.ReadAsync(parsed, cancellationToken);
            await using var platform = await SimulatedPlatform.StartAsync(options.ReadPort(parsed), content, cancellationToken);
            platform.Simulator.Faults = options.WantsStorm(parsed) ? FaultPlan.Storm(content.Seed.Number) : FaultPlan.None;
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteAsync(
                options.WantsJson(parsed)
                    ? SimulationJson.Write(platform, TimeProvider.System)
                    : SimulationText.Write(platform, TimeProvider.System)
            );
            await output.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is the normal way to stop.
        }

        return ExitCodes.Success;
    }
}
