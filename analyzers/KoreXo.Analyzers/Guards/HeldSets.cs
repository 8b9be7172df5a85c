using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Guards;

/// <summary>The scopes that guards have proved to be held in one case.</summary>
/// <remarks>
/// Each set comes from one guard, so one credential holds all of it. Which credential that is, and whether it also holds another set, is
/// unknown: a check of <c>a</c> followed by a check of <c>b</c> gives the sets {a} and {b}, not {a, b}.
/// </remarks>
internal sealed class HeldSets : IEquatable<HeldSets>
{
    /// <summary>Nothing is known.</summary>
    public static readonly HeldSets None = new([]);

    private HeldSets(ImmutableArray<ImmutableHashSet<string>> sets) => Sets = sets;

    /// <summary>Gets the sets, none of which is a subset of another.</summary>
    public ImmutableArray<ImmutableHashSet<string>> Sets { get; }

    /// <summary>Gets all scopes, regardless of the credential that holds them.</summary>
    public ImmutableHashSet<string> All => Sets.IsEmpty ? [] : Sets[0].Union(Sets.Skip(1).SelectMany(static set => set));

    public static HeldSets Of(IEnumerable<string> scopes) => Maximal([ImmutableHashSet.CreateRange(StringComparer.Ordinal, scopes)]);

    /// <summary>Combines facts that both hold.</summary>
    public HeldSets And(HeldSets other) => Maximal(Sets.Concat(other.Sets));

    // One case proved {a, b} or {c}, the other {b, c}: each pair contributes its intersection, {b} and {c}. They remain two sets, because
    // {b, c} was held by one credential in one of the cases only.
    /// <summary>Returns what both have in common.</summary>
    public HeldSets Or(HeldSets other) =>
        Maximal(Sets.SelectMany(set => other.Sets.Select(further => ResourceScope.Intersect(set, further))));

    /// <summary>Returns whether everything that another one proves is proved here.</summary>
    public bool Proves(HeldSets other) => other.Sets.All(set => Sets.Any(set.IsSubsetOf));

    public bool Equals(HeldSets? other) => other is not null && Proves(other) && other.Proves(this);

    public override bool Equals(object? obj) => Equals(obj as HeldSets);

    public override int GetHashCode() => Sets.Length;

    private static HeldSets Maximal(IEnumerable<ImmutableHashSet<string>> sets)
    {
        var maximal = ImmutableArray.CreateBuilder<ImmutableHashSet<string>>();
        foreach (var set in sets.Where(static set => !set.IsEmpty).OrderByDescending(static set => set.Count))
        {
            if (!maximal.Any(set.IsSubsetOf))
            {
                maximal.Add(set);
            }
        }

        return maximal.Count == 0 ? None : new HeldSets(maximal.ToImmutable());
    }
}
