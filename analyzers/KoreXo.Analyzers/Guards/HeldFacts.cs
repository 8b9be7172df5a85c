using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>The scopes that are known to be held at a place in the code.</summary>
internal sealed class HeldFacts : IEquatable<HeldFacts>
{
    /// <summary>Nothing is known.</summary>
    public static readonly HeldFacts None = new(ImmutableHashSet<string>.Empty.WithComparer(StringComparer.Ordinal));

    /// <summary>The place cannot be reached, so that everything holds there.</summary>
    public static readonly HeldFacts Unreachable = new(ImmutableHashSet<string>.Empty);

    private HeldFacts(ImmutableHashSet<string> scopes) => Scopes = scopes;

    public ImmutableHashSet<string> Scopes { get; }

    public bool IsUnreachable => ReferenceEquals(this, Unreachable);

    public static HeldFacts Of(IEnumerable<string> scopes) => new(None.Scopes.Union(scopes));

    /// <summary>Both hold.</summary>
    public HeldFacts And(HeldFacts other)
    {
        if (IsUnreachable || other.IsUnreachable)
        {
            return Unreachable;
        }

        return other.Scopes.IsEmpty ? this : new HeldFacts(Scopes.Union(other.Scopes));
    }

    /// <summary>One or the other holds, and nobody knows which.</summary>
    public HeldFacts Or(HeldFacts other)
    {
        if (IsUnreachable || other.IsUnreachable)
        {
            return IsUnreachable ? other : this;
        }

        return Scopes.IsEmpty ? this : new HeldFacts(Scopes.Intersect(other.Scopes));
    }

    public bool Equals(HeldFacts? other) => other is not null && IsUnreachable == other.IsUnreachable && Scopes.SetEquals(other.Scopes);

    public override bool Equals(object? obj) => Equals(obj as HeldFacts);

    public override int GetHashCode() => Scopes.Count;
}
