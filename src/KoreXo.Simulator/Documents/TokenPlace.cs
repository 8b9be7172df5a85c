namespace KoreXo.Simulator.Documents;

/// <summary>The header that carries the token, and the prefix before it.</summary>
internal sealed record TokenPlace(string Header, string Prefix);
