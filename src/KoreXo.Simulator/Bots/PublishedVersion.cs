namespace KoreXo.Simulator.Bots;

/// <summary>What a publish made of a bot.</summary>
internal sealed record PublishedVersion(BotContent Content, IReadOnlyList<SimulatedBot> Links, DateTimeOffset PublishedOn);
