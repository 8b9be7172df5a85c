namespace KoreXo.Simulator.Seeding;

/// <summary>Something that is wrong with a seed, at a JSON pointer.</summary>
internal sealed record SeedError(string Pointer, string Text);
