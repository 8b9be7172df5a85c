namespace KoreXo.OpenApi.Vocabulary;

/// <summary>A rolling window: a number of calls in a number of seconds.</summary>
internal sealed record RateLimitWindow(int Calls, int Seconds);
