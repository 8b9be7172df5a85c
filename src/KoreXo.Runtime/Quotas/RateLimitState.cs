namespace KoreXo;

/// <summary>How much of a quota is left, as this side counts; the server may have counted calls of others too.</summary>
/// <param name="Budget">The name of the budget.</param>
/// <param name="Windows">The windows of the budget.</param>
/// <param name="HeldFor">How much longer calls are held back because the server refused one; zero when they are not.</param>
public sealed record RateLimitState(string Budget, IReadOnlyList<RateWindowState> Windows, TimeSpan HeldFor);
