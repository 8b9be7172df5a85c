namespace KoreXo.Simulator.Account;

/// <summary>A role of a user, in a bot or in the account, and the groups that grant it.</summary>
internal sealed record HeldRole(SimulatedRole Role, string? BotId, IReadOnlyList<string> GroupIds);
