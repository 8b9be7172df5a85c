using System.Globalization;
using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>How full a rolling window is, as this side counts.</summary>
/// <param name="Window">The window.</param>
/// <param name="Remaining">The calls that still fit in.</param>
/// <param name="NextIn">The time after which the next call fits in; zero when one fits now.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateWindowState(RateWindow Window, int Remaining, TimeSpan NextIn)
{
    /// <summary>Gets how much is left.</summary>
    /// <returns>For example <c>59 of 60 calls left in 60 s</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Remaining} of {Window.Calls} calls left in {Window.Seconds} s");
}
