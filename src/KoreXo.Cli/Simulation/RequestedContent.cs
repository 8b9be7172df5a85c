namespace KoreXo.Cli.Simulation;

/// <summary>What the options ask the simulated platform to hold.</summary>
internal sealed record RequestedContent(SeedOption Seed, IReadOnlyList<string> Bots, IReadOnlyList<TableOption> Tables, int SessionsPerBot);
