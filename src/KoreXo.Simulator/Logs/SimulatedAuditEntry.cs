namespace KoreXo.Simulator;

/// <summary>An entry of the audit log of the simulated account.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="Category">The kind of event, such as <c>User Management</c>.</param>
/// <param name="Name">The name of the event.</param>
/// <param name="Description">What was done, in words.</param>
/// <param name="CreatedOn">When it was done.</param>
public sealed record SimulatedAuditEntry(string Id, string Category, string Name, string Description, DateTimeOffset CreatedOn);
