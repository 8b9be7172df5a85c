using System.Globalization;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Specs;
using KoreXo.Simulator;

namespace KoreXo.Cli.Simulation;

/// <summary>A running simulator of the service that a document describes, with an app for each of its credentials.</summary>
internal sealed class SimulatedDocument : IAsyncDisposable
{
    private SimulatedDocument(XoSimulator simulator)
    {
        Simulator = simulator;
        Apps = [.. simulator.Credentials.Select(simulator.AddAppWithAllScopes)];
    }

    public XoSimulator Simulator { get; }

    /// <summary>Gets one app for each credential, which holds all scopes.</summary>
    public IReadOnlyList<SimulatedApp> Apps { get; }

    /// <exception cref="CommandException">The document cannot be read, or the port is not available.</exception>
    public static async Task<SimulatedDocument> StartAsync(string path, int port, int seed, CancellationToken cancellationToken)
    {
        var options = new XoSimulatorOptions
        {
            Port = port,
            Seed = seed,
            ShowMonitor = true,
        };
        var text = await ReadAsync(path, cancellationToken);
        try
        {
            return new SimulatedDocument(await XoSimulator.StartForAsync(text, options, cancellationToken));
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw new CommandException($"{path} cannot be simulated: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new CommandException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Cannot listen on port {port}: {error.Message} Choose another port, or omit --port."
                ),
                error
            );
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = ReferencedFiles.Bundle(path, await File.ReadAllTextAsync(path, cancellationToken), cancellationToken);
            return text.Length > 0 ? text : throw new CommandException($"{path} cannot be simulated: it is empty.");
        }
        catch (FormatException error)
        {
            throw new CommandException($"{path} cannot be simulated: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                $"{path} cannot be read: {FileProblem.Describe(path, error)} Give the path of an OpenAPI document.",
                error
            );
        }
    }

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();
}
