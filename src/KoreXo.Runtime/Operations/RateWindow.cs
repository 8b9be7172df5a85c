using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>A rolling window: so many calls in so many seconds.</summary>
/// <param name="Calls">The calls that fit in.</param>
/// <param name="Seconds">The length of the window.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateWindow(int Calls, int Seconds);
