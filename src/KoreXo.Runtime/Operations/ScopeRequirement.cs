using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>One alternative of what an operation needs: scopes that one credential must all hold.</summary>
/// <param name="Credential">The kind of credential; <see langword="null"/> when any kind may hold them.</param>
/// <param name="Scopes">The scopes, all needed.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ScopeRequirement(string? Credential, params string[] Scopes);
