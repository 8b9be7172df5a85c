using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>The scopes that guards have vouched for at a place in the code.</summary>
/// <remarks>
/// Each set comes from one guard, so that one credential holds all of it. Which credential it is, and whether another set is on the same
/// one, nobody knows.
/// </remarks>
internal sealed class HeldFacts : IEquatable<HeldFacts>
{
    /// <summary>Nothing is known.</summary>
    public static readonly HeldFacts None = new([]);

    /// <summary>The place cannot be reached, so that everything holds there.</summary>
    public static readonly HeldFacts Unreachable = new([]);

    private HeldFacts(ImmutableArray<ImmutableHashSet<string>> sets) => Sets = sets;

    /// <summary>Gets the sets, none of which is part of another.</summary>
    public ImmutableArray<ImmutableHashSet<string>> Sets { get; }

    public bool IsUnreachable => ReferenceEquals(this, Unreachable);

    /// <summary>Gets whether nothing is known of a place that can be reached.</summary>
    public bool IsNone => Sets.IsEmpty && !IsUnreachable;

    /// <summary>Gets all scopes, whichever credential holds them.</summary>
    public ImmutableHashSet<string> All => Sets.IsEmpty ? [] : Sets[0].Union(Sets.Skip(1).SelectMany(static set => set));

    public static HeldFacts Of(IEnumerable<string> scopes) => Maximal([ImmutableHashSet.CreateRange(StringComparer.Ordinal, scopes)]);

    /// <summary>Both hold.</summary>
    public HeldFacts And(HeldFacts other)
    {
        if (IsUnreachable || other.IsUnreachable)
        {
            return Unreachable;
        }

        if (Sets.IsEmpty || other.Sets.IsEmpty)
        {
            return Sets.IsEmpty ? other : this;
        }

        return Maximal(Sets.Concat(other.Sets));
    }

    /// <summary>One or the other holds, and nobody knows which.</summary>
    public HeldFacts Or(HeldFacts other)
    {
        if (IsUnreachable || other.IsUnreachable)
        {
            return IsUnreachable ? other : this;
        }

        return Sets.IsEmpty || other.Sets.IsEmpty
            ? None
            : Maximal(Sets.SelectMany(set => other.Sets.Select(further => set.Intersect(further))));
    }

    public bool Equals(HeldFacts? other) =>
        other is not null
        && IsUnreachable == other.IsUnreachable
        && Sets.Length == other.Sets.Length
        && Sets.All(set => other.Sets.Any(set.SetEquals));

    public override bool Equals(object? obj) => Equals(obj as HeldFacts);

    public override int GetHashCode() => Sets.Length;

    private static HeldFacts Maximal(IEnumerable<ImmutableHashSet<string>> sets)
    {
        var maximal = ImmutableArray.CreateBuilder<ImmutableHashSet<string>>();
        foreach (var set in sets.Where(static set => !set.IsEmpty).OrderByDescending(static set => set.Count))
        {
            if (!maximal.Any(set.IsSubsetOf))
            {
                maximal.Add(set);
            }
        }

        return maximal.Count == 0 ? None : new HeldFacts(maximal.ToImmutable());
    }
}
