namespace KoreXo.Simulator;

/// <summary>The usage of a rolling window.</summary>
/// <param name="Length">The length of the window.</param>
/// <param name="Calls">The maximum number of requests in the window.</param>
/// <param name="Used">The current number of requests in the window, including rejected ones, up to that maximum.</param>
public sealed record SimulatedRateLimitWindow(TimeSpan Length, int Calls, int Used);
