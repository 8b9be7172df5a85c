namespace KoreXo.Generator.Model;

/// <summary>A text that means "refused for rate", and how long its window is.</summary>
internal sealed record RefusalModel(string Contains, int Seconds);
