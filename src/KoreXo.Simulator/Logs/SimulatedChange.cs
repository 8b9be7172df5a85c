namespace KoreXo.Simulator;

/// <summary>An entry of the change log of a simulated bot.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="BotId">The id of the bot that was changed.</param>
/// <param name="UserId">The id of the user who changed it.</param>
/// <param name="ResourceType">What was changed, such as <c>stream</c>, the bot itself.</param>
/// <param name="Message">The change, in words.</param>
/// <param name="CreatedOn">When the change was made.</param>
public sealed record SimulatedChange(string Id, string BotId, string UserId, string ResourceType, string Message, DateTimeOffset CreatedOn);
