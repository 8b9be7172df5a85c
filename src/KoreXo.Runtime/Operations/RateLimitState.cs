using System.Globalization;

namespace KoreXo;

/// <summary>How much of a quota is left, as this side counts; the server may have counted calls of others too.</summary>
/// <param name="Budget">The name of the budget.</param>
/// <param name="Windows">The windows of the budget.</param>
/// <param name="HeldFor">How much longer calls are held back because the server refused one; zero when they are not.</param>
public sealed record RateLimitState(string Budget, IReadOnlyList<RateWindowState> Windows, TimeSpan HeldFor)
{
    /// <summary>Gets how much is left in each window.</summary>
    /// <returns>For example <c>bot: 59 of 60 calls left in 60 s, 1799 of 1800 calls left in 3600 s</c>.</returns>
    public override string ToString() =>
        $"{Budget}: {string.Join(", ", Windows)}{(HeldFor > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"; paused for {HeldFor.TotalSeconds:0.#} s") : "")}";
}
