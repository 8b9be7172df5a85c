namespace KoreXo.Simulator;

/// <summary>A group of users of the simulated account.</summary>
/// <param name="Id">The id of the group. It starts with <c>e-</c>.</param>
/// <param name="Name">The name of the group.</param>
/// <param name="Description">What the group is for.</param>
public sealed record SimulatedGroup(string Id, string Name, string Description);
