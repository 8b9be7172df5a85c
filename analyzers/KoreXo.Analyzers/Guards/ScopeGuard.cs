using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>A <c>[ScopeGuard]</c>.</summary>
/// <param name="Scopes">The scopes it checks; empty if the arguments of the call name them.</param>
/// <param name="Kind">How its result shows that the scopes are held.</param>
internal sealed record ScopeGuard(ImmutableArray<string> Scopes, GuardKind Kind)
{
    /// <summary>Gets the ordinal of the parameter that names the resource; <see langword="null"/> if none does.</summary>
    public int? Parameter { get; init; }

    /// <summary>Gets the resource that it checks them on, whatever the arguments; <see langword="null"/> for every resource.</summary>
    public string? Resource { get; init; }
}
