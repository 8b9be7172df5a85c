namespace KoreXo.OpenApi.Vocabulary;

/// <summary>A string by which a response indicates that a rate limit is exceeded, and the length of its window.</summary>
internal sealed record Refusal(string Contains, int Seconds);
