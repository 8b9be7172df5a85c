using KoreXo;

namespace Workloads.Promotion;

/// <summary>An environment that a bot passes through.</summary>
/// <param name="Name">The name of the environment.</param>
/// <param name="Xo">The client of its account.</param>
/// <param name="BotId">The id of the bot in it.</param>
internal sealed record Stage(string Name, KoreXoClient Xo, string BotId);
