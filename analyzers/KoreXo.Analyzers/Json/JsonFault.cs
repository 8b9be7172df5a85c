namespace KoreXo.Analyzers.Json;

/// <summary>Why a string is not valid JSON, and where.</summary>
internal sealed record JsonFault(TextRange Range, string Message);
