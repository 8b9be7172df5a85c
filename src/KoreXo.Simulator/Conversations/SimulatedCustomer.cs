namespace KoreXo.Simulator.Conversations;

/// <summary>A user of bots who is not a member of the account.</summary>
internal sealed record SimulatedCustomer(string UserId, string Mail);
