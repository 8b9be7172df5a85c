using System.Runtime.InteropServices;

namespace KoreXo.Simulator;

/// <summary>A rolling window: so many requests in so much time.</summary>
/// <param name="Calls">The requests that fit in, at least 1.</param>
/// <param name="Length">The length of the window, more than zero.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct QuotaWindow(int Calls, TimeSpan Length);
