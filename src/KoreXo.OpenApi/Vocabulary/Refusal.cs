namespace KoreXo.OpenApi.Vocabulary;

/// <summary>A text that means "refused for rate", and how long its window is.</summary>
internal sealed record Refusal(string Contains, int Seconds);
