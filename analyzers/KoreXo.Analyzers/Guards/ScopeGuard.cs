using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>A <c>[ScopeGuard]</c>.</summary>
/// <param name="Scopes">The scopes it checks; empty if the arguments of the call name them.</param>
/// <param name="Kind">How its result shows that the scopes are held.</param>
internal sealed record ScopeGuard(ImmutableArray<string> Scopes, GuardKind Kind);
