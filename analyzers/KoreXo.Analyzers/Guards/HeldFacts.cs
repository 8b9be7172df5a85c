using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>The scopes that guards have proved to be held at a point in the code, case by case.</summary>
/// <remarks>
/// After <c>if (!HoldsScopes("a") &amp;&amp; !HoldsScopes("b")) return;</c> there are two cases, {a} and {b}. A call that needs <c>a</c> or
/// <c>b</c> is fine in both, although no scope is known to be held.
/// </remarks>
internal sealed class HeldFacts : IEquatable<HeldFacts>
{
    // Beyond this number only what all cases have in common is kept, so that a long chain of conditions costs no more than a short one.
    private const int MostCases = 4;

    /// <summary>Nothing is known.</summary>
    public static readonly HeldFacts None = new([HeldSets.None]);

    /// <summary>The point is unreachable, so everything holds there.</summary>
    public static readonly HeldFacts Unreachable = new([]);

    private HeldFacts(ImmutableArray<HeldSets> cases) => Cases = cases;

    /// <summary>Gets the cases, of which one holds; none of them proves all that another one does.</summary>
    public ImmutableArray<HeldSets> Cases { get; }

    public bool IsUnreachable => Cases.IsEmpty;

    /// <summary>Gets a value indicating whether the point is reachable and nothing is known there.</summary>
    public bool IsNone => Cases is [{ Sets.IsEmpty: true }];

    /// <summary>Gets what is known in every case.</summary>
    public HeldSets Common => Cases.IsEmpty ? HeldSets.None : Cases.Skip(1).Aggregate(Cases[0], static (first, second) => first.Or(second));

    public static HeldFacts Of(IEnumerable<string> scopes) => new([HeldSets.Of(scopes)]);

    /// <summary>Combines facts that both hold.</summary>
    public HeldFacts And(HeldFacts other) => Weakest(Cases.SelectMany(one => other.Cases.Select(one.And)));

    // Where two paths meet, each is a case. Unreachable has none: a path that nobody takes proves everything.
    /// <summary>Combines facts of which one or the other holds, but it is unknown which.</summary>
    public HeldFacts Or(HeldFacts other) => Weakest(Cases.Concat(other.Cases));

    public bool Equals(HeldFacts? other) =>
        other is not null && Cases.Length == other.Cases.Length && Cases.All(one => other.Cases.Any(one.Equals));

    public override bool Equals(object? obj) => Equals(obj as HeldFacts);

    public override int GetHashCode() => Cases.Length;

    // What is fine in a case is fine in one that proves more, which need not be kept.
    private static HeldFacts Weakest(IEnumerable<HeldSets> cases)
    {
        var kept = new List<HeldSets>();
        foreach (var one in cases)
        {
            if (!kept.Exists(one.Proves))
            {
                kept.RemoveAll(other => other.Proves(one));
                kept.Add(one);
            }
        }

        var facts = new HeldFacts([.. kept]);
        return kept.Count > MostCases ? new HeldFacts([facts.Common]) : facts;
    }
}
