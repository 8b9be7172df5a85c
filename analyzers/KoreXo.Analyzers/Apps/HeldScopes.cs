using System.Collections.Immutable;

namespace KoreXo.Analyzers.Apps;

/// <summary>What one credential holds, implied scopes included, in their right spelling.</summary>
/// <param name="Kind">The kind of credential; "" is of every kind; <see langword="null"/> is of a kind that nobody has named.</param>
/// <param name="Scopes">The scopes.</param>
internal sealed record HeldScopes(string? Kind, ImmutableHashSet<string> Scopes)
{
    /// <summary>Tells whether the credential may satisfy an alternative that is restricted to a kind.</summary>
    public bool Fits(string? kind) => kind is null || Kind == "" || Kind == kind;

    public HeldScopes With(ImmutableHashSet<string> further) => further.IsEmpty ? this : this with { Scopes = Scopes.Union(further) };
}
