namespace KoreXo.Cli.Simulation;

/// <summary>The content that the options request for the simulated platform.</summary>
internal sealed record RequestedContent(SeedOption Seed, IReadOnlyList<string> Bots, IReadOnlyList<TableOption> Tables, int SessionsPerBot);
