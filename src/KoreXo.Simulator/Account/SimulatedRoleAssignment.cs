namespace KoreXo.Simulator;

/// <summary>That a user, or every user of a group, has a role.</summary>
/// <param name="RoleId">The id of the role.</param>
/// <param name="BotId">The id of the bot in which the role is held; null for roles of administrators.</param>
/// <param name="UserId">The id of the user; null where a group is meant.</param>
/// <param name="GroupId">The id of the group; null where a user is meant.</param>
public sealed record SimulatedRoleAssignment(string RoleId, string? BotId, string? UserId, string? GroupId);
