namespace KoreXo.Simulator.Seeding;

/// <summary>An error in a seed, at a JSON pointer.</summary>
internal sealed record SeedError(string Pointer, string Text);
