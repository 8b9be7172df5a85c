namespace KoreXo.Simulator;

/// <summary>An entry of the audit log of the simulated account.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="Category">The kind of event, such as <c>User Management</c>.</param>
/// <param name="Name">The name of the event.</param>
/// <param name="Description">The description of the event.</param>
/// <param name="CreatedOn">The time of the event.</param>
public sealed record SimulatedAuditEntry(string Id, string Category, string Name, string Description, DateTimeOffset CreatedOn);
