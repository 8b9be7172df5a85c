namespace KoreXo.Cli.Scopes;

/// <summary>The result of checking one call against one app.</summary>
/// <param name="App">The name of the app.</param>
/// <param name="State">Whether the need is met, and how.</param>
/// <param name="Credential">The credential that holds the needed scopes; <see langword="null"/> if none does.</param>
/// <param name="Lacks">The fewest scopes to add; empty if nothing is missing.</param>
internal sealed record AppVerdict(string App, CallState State, string? Credential, IReadOnlyList<ScopeOnCredential> Lacks);
