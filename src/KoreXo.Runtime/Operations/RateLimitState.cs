using System.Globalization;
using System.Runtime.InteropServices;

namespace KoreXo;

/// <summary>The remaining capacity of a rate limit, as counted by the client; the server may have counted calls of others too.</summary>
/// <param name="Budget">The name of the budget.</param>
/// <param name="Windows">The windows of the budget.</param>
/// <param name="PausedFor">How much longer requests are paused because the server rate limited one; zero if they are not.</param>
public sealed record RateLimitState(string Budget, IReadOnlyList<RateLimitWindowState> Windows, TimeSpan PausedFor)
{
    /// <summary>Returns the remaining capacity of each window.</summary>
    /// <returns>For example <c>bot: 59 of 60 calls left in 60 s, 1799 of 1800 calls left in 3600 s</c>.</returns>
    public override string ToString() =>
        $"{Budget}: {string.Join(", ", Windows)}{(PausedFor > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"; paused for {PausedFor.TotalSeconds:0.#} s") : "")}";
}

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

/// <summary>A rolling window: a number of calls per number of seconds.</summary>
/// <param name="Calls">The number of calls that the window allows.</param>
/// <param name="Seconds">The length of the window in seconds.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateLimitWindow(int Calls, int Seconds);
