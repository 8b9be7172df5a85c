namespace KoreXo.Cli.Scopes;

/// <summary>How one app stands to one call.</summary>
/// <param name="App">The name of the app.</param>
/// <param name="State">How it stands.</param>
/// <param name="Credential">The credential that holds what is needed; <see langword="null"/> if none does.</param>
/// <param name="Lacks">What to add, the least there is; empty if nothing is missing.</param>
internal sealed record AppVerdict(string App, CallState State, string? Credential, IReadOnlyList<ScopeOnCredential> Lacks);
