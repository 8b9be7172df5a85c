namespace KoreXo.OpenApi.Vocabulary;

/// <summary>A target that receives a value, and the runtime expression that provides it.</summary>
internal sealed record JobBinding(string Target, string Expression);
