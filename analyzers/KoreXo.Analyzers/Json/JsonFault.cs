namespace KoreXo.Analyzers.Json;

/// <summary>Why a text is not JSON, and where.</summary>
internal sealed record JsonFault(TextRange Range, string Message);
