using System.Collections.Immutable;

namespace KoreXo.Analyzers.Requirements;

/// <summary>One <c>[RequiresScopes]</c>: scopes that one credential must hold together.</summary>
/// <param name="Scopes">The scopes as written.</param>
/// <param name="Credential">The kind of credential that must hold them; <see langword="null"/> for any kind.</param>
/// <param name="IsConditional">Whether the scopes are needed only for some arguments.</param>
internal sealed record ScopeAlternative(ImmutableArray<string> Scopes, string? Credential, bool IsConditional);
