using System.Globalization;

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
