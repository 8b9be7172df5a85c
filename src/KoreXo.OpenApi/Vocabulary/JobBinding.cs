namespace KoreXo.OpenApi.Vocabulary;

/// <summary>A place that takes a value, and the runtime expression that gives it.</summary>
internal sealed record JobBinding(string Target, string Expression);
