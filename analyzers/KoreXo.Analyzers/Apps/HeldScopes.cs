using System.Collections.Immutable;

namespace KoreXo.Analyzers.Apps;

/// <summary>The scopes that one credential holds, including implied ones, in their canonical spelling.</summary>
/// <param name="Kind">The kind of credential; "" matches every kind; <see langword="null"/> is an unnamed kind.</param>
/// <param name="Scopes">The scopes.</param>
internal sealed record HeldScopes(string? Kind, ImmutableHashSet<string> Scopes)
{
    /// <summary>Returns whether the credential may satisfy an alternative that is restricted to a kind.</summary>
    public bool Fits(string? kind) => kind is null || Kind == "" || Kind == kind;

    public HeldScopes With(ImmutableHashSet<string> further) => further.IsEmpty ? this : this with { Scopes = Scopes.Union(further) };
}
