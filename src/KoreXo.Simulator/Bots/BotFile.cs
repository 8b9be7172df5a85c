namespace KoreXo.Simulator.Bots;

/// <summary>A file that belongs to a bot.</summary>
internal sealed record BotFile(string Name, ReadOnlyMemory<byte> Content);
