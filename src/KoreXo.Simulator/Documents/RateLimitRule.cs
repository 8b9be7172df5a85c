using System.Runtime.InteropServices;

namespace KoreXo.Simulator;

/// <summary>A rolling window: a number of requests in a period of time.</summary>
/// <param name="Calls">The maximum number of requests in the window, at least 1.</param>
/// <param name="Length">The length of the window, greater than zero.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateLimitRule(int Calls, TimeSpan Length);
