namespace KoreXo.Cli.Specs.Checking;

/// <summary>A fact that a reader found in a document.</summary>
/// <param name="Subject">The subject, from the operation inward: <c>GET /pets › query parameter 'limit'</c>.</param>
/// <param name="Value">What the reader found.</param>
/// <param name="Pointer">The JSON pointer; empty for a reader without locations.</param>
internal sealed record ReadFact(string Subject, string Value, string Pointer);
