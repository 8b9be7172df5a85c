using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>The scopes that guards have proved to be held at a point in the code.</summary>
/// <remarks>
/// Each set comes from one guard, so one credential holds all of it. Which credential that is, and whether it also holds another set, is
/// unknown: a check of <c>a</c> followed by a check of <c>b</c> gives the sets {a} and {b}, not {a, b}.
/// </remarks>
internal sealed class HeldFacts : IEquatable<HeldFacts>
{
    /// <summary>Nothing is known.</summary>
    public static readonly HeldFacts None = new([]);

    /// <summary>The point is unreachable, so everything holds there.</summary>
    public static readonly HeldFacts Unreachable = new([]);

    private HeldFacts(ImmutableArray<ImmutableHashSet<string>> sets) => Sets = sets;

    /// <summary>Gets the sets, none of which is a subset of another.</summary>
    public ImmutableArray<ImmutableHashSet<string>> Sets { get; }

    public bool IsUnreachable => ReferenceEquals(this, Unreachable);

    /// <summary>Gets a value indicating whether the point is reachable and nothing is known there.</summary>
    public bool IsNone => Sets.IsEmpty && !IsUnreachable;

    /// <summary>Gets all scopes, regardless of the credential that holds them.</summary>
    public ImmutableHashSet<string> All => Sets.IsEmpty ? [] : Sets[0].Union(Sets.Skip(1).SelectMany(static set => set));

    public static HeldFacts Of(IEnumerable<string> scopes) => Maximal([ImmutableHashSet.CreateRange(StringComparer.Ordinal, scopes)]);

    /// <summary>Combines facts that both hold.</summary>
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

    // Where two paths meet, only what both know is known. One path proved {a, b} or {c}, the other {b, c}: each pair contributes its
    // intersection, {b} and {c}. They remain two sets, because {b, c} was held by one credential on one of the paths only. Unreachable is
    // neutral: a path that nobody takes proves everything.
    /// <summary>Combines facts of which one or the other holds, but it is unknown which.</summary>
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
