using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>One alternative of what an operation requires: scopes that must all be granted to a single credential.</summary>
/// <param name="Credential">The kind of credential; <see langword="null"/> for any kind.</param>
/// <param name="Scopes">The scopes, all of which are required.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ScopeRequirement(string? Credential, params string[] Scopes);
