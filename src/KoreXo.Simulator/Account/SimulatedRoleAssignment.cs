namespace KoreXo.Simulator;

/// <summary>The assignment of a role to a user or to all users of a group.</summary>
/// <param name="RoleId">The id of the role.</param>
/// <param name="BotId">The id of the bot in which the role applies; <see langword="null"/> for administrator roles.</param>
/// <param name="UserId">The id of the user; <see langword="null"/> if the role is assigned to a group.</param>
/// <param name="GroupId">The id of the group; <see langword="null"/> if the role is assigned to a user.</param>
public sealed record SimulatedRoleAssignment(string RoleId, string? BotId, string? UserId, string? GroupId);
