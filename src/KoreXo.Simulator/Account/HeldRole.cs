namespace KoreXo.Simulator.Account;

/// <summary>A role that a user has, in a bot or in the account, and the groups through which.</summary>
internal sealed record HeldRole(SimulatedRole Role, string? BotId, IReadOnlyList<string> GroupIds);
