using System.Globalization;
using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>The remaining capacity of a rolling window, as counted by the client.</summary>
/// <param name="Window">The window.</param>
/// <param name="Remaining">The number of calls left.</param>
/// <param name="NextIn">The time until the next call is allowed; zero if one is allowed now.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateLimitWindowState(RateLimitWindow Window, int Remaining, TimeSpan NextIn)
{
    /// <summary>Returns the remaining capacity.</summary>
    /// <returns>For example <c>59 of 60 calls left in 60 s</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Remaining} of {Window.Calls} calls left in {Window.Seconds} s");
}
