namespace KoreXo.Simulator.Documents;

/// <summary>All of these scopes, held by an app of this kind, allow a call.</summary>
internal sealed record ScopeAlternative(string Credential, IReadOnlyList<string> Scopes);
