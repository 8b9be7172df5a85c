namespace KoreXo.Simulator.Requests;

/// <summary>A page of a list, with the total number of items and whether more follow.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, int Total, bool HasMore);
