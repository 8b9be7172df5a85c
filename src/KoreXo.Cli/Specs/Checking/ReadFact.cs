namespace KoreXo.Cli.Specs.Checking;

/// <summary>One thing that a reader found in a document.</summary>
/// <param name="Subject">What it is about, from the operation inwards: <c>GET /pets › query parameter 'limit'</c>.</param>
/// <param name="Value">What the reader says of it.</param>
/// <param name="Pointer">Where it is; empty for a reader that has no places.</param>
internal sealed record ReadFact(string Subject, string Value, string Pointer);
