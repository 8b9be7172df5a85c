namespace KoreXo.Simulator.Conversations;

/// <summary>A user of bots, who has no part in the account.</summary>
internal sealed record SimulatedCustomer(string UserId, string Mail);
