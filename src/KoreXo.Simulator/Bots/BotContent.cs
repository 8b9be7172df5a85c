namespace KoreXo.Simulator.Bots;

/// <summary>The files of a bot, which are imported and exported. The simulator stores them unchanged.</summary>
internal sealed record BotContent(ReadOnlyMemory<byte> Definition, ReadOnlyMemory<byte> Configuration)
{
    public IReadOnlyList<BotFile> Functions { get; init; } = [];

    public ReadOnlyMemory<byte>? Icon { get; init; }
}

/// <summary>A file that belongs to a bot.</summary>
internal sealed record BotFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>The published version of a bot.</summary>
internal sealed record PublishedVersion(BotContent Content, IReadOnlyList<SimulatedBot> Links, DateTimeOffset PublishedOn);
