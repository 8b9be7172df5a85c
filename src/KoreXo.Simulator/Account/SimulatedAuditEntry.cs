namespace KoreXo.Simulator;

/// <summary>An entry of the audit log of the simulated account.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="Category">The kind of event, such as <c>User Management</c>.</param>
/// <param name="Name">The name of the event.</param>
/// <param name="Description">The description of the event.</param>
/// <param name="CreatedOn">The time of the event.</param>
public sealed record SimulatedAuditEntry(string Id, string Category, string Name, string Description, DateTimeOffset CreatedOn);

/// <summary>An entry of the change log of a simulated bot.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="BotId">The id of the bot that was changed.</param>
/// <param name="UserId">The id of the user who changed it.</param>
/// <param name="ResourceType">The kind of the changed resource, such as <c>stream</c> for the bot itself.</param>
/// <param name="Message">The description of the change.</param>
/// <param name="CreatedOn">The time of the change.</param>
public sealed record SimulatedChange(string Id, string BotId, string UserId, string ResourceType, string Message, DateTimeOffset CreatedOn);
