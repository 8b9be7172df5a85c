namespace KoreXo.Simulator.Conversations;

/// <summary>An erasure of customer data.</summary>
/// <param name="Customers">The customers, as named in the request.</param>
/// <param name="Bots">The bots; null for all.</param>
internal sealed record CustomerErasure(IReadOnlyList<string> Customers, IReadOnlySet<string>? Bots)
{
    public bool Covers(SimulatedSession session) => Bots?.Contains(session.Bot.Id) != false && Customers.Any(session.IsOf);
}
