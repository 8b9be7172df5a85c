namespace KoreXo.OpenApi.Diagnostics;

/// <summary>A finding about a document, in values only: what keeps a text alive would keep a compiler from forgetting it.</summary>
internal sealed record SpecProblem(string RuleId, string FilePath, int Line, int Column, string Pointer, string First, string Second);
