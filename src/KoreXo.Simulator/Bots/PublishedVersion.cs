namespace KoreXo.Simulator.Bots;

/// <summary>The published version of a bot.</summary>
internal sealed record PublishedVersion(BotContent Content, IReadOnlyList<SimulatedBot> Links, DateTimeOffset PublishedOn);
