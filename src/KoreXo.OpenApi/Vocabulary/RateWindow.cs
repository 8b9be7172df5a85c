namespace KoreXo.OpenApi.Vocabulary;

/// <summary>A rolling window: so many calls in so many seconds.</summary>
internal sealed record RateWindow(int Calls, int Seconds);
