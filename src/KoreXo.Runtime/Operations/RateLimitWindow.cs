using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>A rolling window: a number of calls per number of seconds.</summary>
/// <param name="Calls">The number of calls that the window allows.</param>
/// <param name="Seconds">The length of the window in seconds.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateLimitWindow(int Calls, int Seconds);
