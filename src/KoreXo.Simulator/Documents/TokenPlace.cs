namespace KoreXo.Simulator.Documents;

/// <summary>The header that carries the token, and what stands before the token in it.</summary>
internal sealed record TokenPlace(string Header, string Prefix);
