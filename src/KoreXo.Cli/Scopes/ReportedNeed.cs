namespace KoreXo.Cli.Scopes;

/// <summary>One of the alternatives of a call: scopes that one credential must hold together.</summary>
internal sealed record ReportedNeed(string? Credential, IReadOnlyList<string> Scopes, bool IsConditional);
