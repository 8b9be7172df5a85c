namespace KoreXo.Simulator;

/// <summary>How far a rolling window is used up.</summary>
/// <param name="Length">The length of the window.</param>
/// <param name="Calls">The requests that fit in.</param>
/// <param name="Used">The requests within the window at the moment, refused ones included; more than fit in are not counted.</param>
public sealed record SimulatedQuotaWindow(TimeSpan Length, int Calls, int Used);
