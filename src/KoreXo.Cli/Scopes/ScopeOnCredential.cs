namespace KoreXo.Cli.Scopes;

/// <summary>A scope and the kind of credential that holds or should hold it.</summary>
/// <param name="Credential">The kind; "" for the one credential of a plain manifest, <see langword="null"/> for any kind.</param>
/// <param name="Scope">The scope.</param>
internal sealed record ScopeOnCredential(string? Credential, string Scope);
