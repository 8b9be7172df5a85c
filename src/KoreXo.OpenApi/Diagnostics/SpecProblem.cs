namespace KoreXo.OpenApi.Diagnostics;

/// <summary>A problem of a document, as plain values: a reference to its tree would keep the tree in the compiler's memory.</summary>
internal sealed record SpecProblem(string RuleId, string FilePath, int Line, int Column, string Pointer, string First, string Second);
