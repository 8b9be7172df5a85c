using System.Globalization;
using KoreXo.Cli.Outcomes;
using KoreXo.Simulator;

namespace KoreXo.Cli.Simulation;

/// <summary>A running simulator with the requested content: an app of each kind, and at least one bot.</summary>
internal sealed class SimulatedPlatform : IAsyncDisposable
{
    private SimulatedPlatform(XoSimulator simulator)
    {
        Simulator = simulator;
        Apps = [.. Enum.GetValues<AppKind>().Select(simulator.AddAppWithAllScopes)];
    }

    public XoSimulator Simulator { get; }

    /// <summary>Gets one app of each kind, which holds all scopes.</summary>
    public IReadOnlyList<SimulatedApp> Apps { get; }

    /// <summary>Gets the bots, in the order in which they were requested.</summary>
    public List<SimulatedBot> Bots { get; } = [];

    /// <summary>Gets the id of a sample bot, which must be installed before it can be called.</summary>
    public string SampleBot { get; private set; } = "";

    /// <exception cref="CommandException">The port is not available, or the requested content is contradictory.</exception>
    public static async Task<SimulatedPlatform> StartAsync(int port, RequestedContent content, CancellationToken cancellationToken)
    {
        var platform = new SimulatedPlatform(await ListenAsync(port, content.Seed.Number, cancellationToken));
        try
        {
            await platform.FillAsync(content, cancellationToken);
            return platform;
        }
        catch
        {
            // The server is already listening. Content that contradicts itself must not leave the port in use.
            await platform.DisposeAsync();
            throw;
        }
    }

    public SimulatedApp App(AppKind kind) => Apps.Single(app => app.Kind == kind);

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();

    private async Task FillAsync(RequestedContent content, CancellationToken cancellationToken)
    {
        foreach (var (path, json) in content.Seed.Files)
        {
            await SeedAsync(path, json, cancellationToken);
        }

        foreach (var name in content.Bots)
        {
            AddBot(name);
        }

        if (Bots.Count == 0)
        {
            AddBot("Travel");
        }

        foreach (var table in content.Tables)
        {
            Checked($"--table '{table.Name}'", () => Simulator.AddTable(table.Name, table.Columns));
        }

        foreach (var bot in content.SessionsPerBot > 0 ? Bots : [])
        {
            Simulator.SeedSessions(bot, content.SessionsPerBot);
        }

        SampleBot = Simulator.AddSampleBot("Sample bot");
    }

    private async Task SeedAsync(string path, string json, CancellationToken cancellationToken)
    {
        try
        {
            await Simulator.ApplySeedAsync(json, cancellationToken);
        }
        catch (FormatException error)
        {
            throw new CommandException(string.Join("\nkorexo: ", error.Message.Split('\n').Select(line => $"{path}, {line}")), error);
        }

        // The simulator's dictionary has no order, so the order of the file is used.
        using var document = System.Text.Json.JsonDocument.Parse(json);
        if (document.RootElement.TryGetProperty("bots", out var named))
        {
            Bots.AddRange(
                named
                    .EnumerateArray()
                    .Select(bot => Simulator.Bots.Values.Single(known => known.Name == bot.GetProperty("name").GetString()))
            );
        }
    }

    private void AddBot(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new CommandException("--bot has no name; write --bot Travel, for example.");
        }

        Bots.Add(
            Bots.Exists(bot => bot.Name == name)
                ? throw new CommandException($"--bot '{name}' already exists; give each bot its own name.")
                : Simulator.AddBot(name)
        );
    }

    private static void Checked(string option, Action add)
    {
        try
        {
            add();
        }
        catch (ArgumentException error)
        {
            throw new CommandException($"{option}: {OptionError.Text(error)}", error);
        }
    }

    private static async Task<XoSimulator> ListenAsync(int port, int seed, CancellationToken cancellationToken)
    {
        try
        {
            return await XoSimulator.StartAsync(
                new XoSimulatorOptions
                {
                    Port = port,
                    Seed = seed,
                    ShowMonitor = true,
                },
                cancellationToken
            );
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            throw new CommandException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Cannot listen on port {port}: {error.Message} Choose another port, or omit --port to use any free one."
                ),
                error
            );
        }
    }
}
