namespace KoreXo.Simulator.Bots;

/// <summary>
/// What a bot is made of: the files that an import brings and an export takes away. The simulator keeps them as they are.
/// </summary>
internal sealed record BotContent(ReadOnlyMemory<byte> Definition, ReadOnlyMemory<byte> Configuration)
{
    public IReadOnlyList<BotFile> Functions { get; init; } = [];

    public ReadOnlyMemory<byte>? Icon { get; init; }
}
