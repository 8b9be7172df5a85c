namespace KoreXo.Simulator.Requests;

/// <summary>A part of a list, how many there are in all, and whether some follow.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, int Total, bool HasMore);
