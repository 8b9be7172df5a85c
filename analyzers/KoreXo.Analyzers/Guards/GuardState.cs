using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// What is known at a point in the code: the scopes held, and what variables and the compiler's temporaries prove about scopes.
/// </summary>
/// <param name="Held">The scopes held.</param>
/// <param name="Values">The conditions, by variable or capture id.</param>
internal sealed record GuardState(HeldFacts Held, ImmutableDictionary<object, Condition> Values)
{
    public static readonly GuardState Empty = new(HeldFacts.None, ImmutableDictionary<object, Condition>.Empty);

    public GuardState Hold(HeldFacts facts) => this with { Held = Held.And(facts) };

    public GuardState Set(object variable, Condition value) =>
        this with
        {
            Values = value.IsPointless ? Values.Remove(variable) : Values.SetItem(variable, value),
        };

    public Condition Get(object variable) => Values.TryGetValue(variable, out var value) ? value : Condition.Unknown;

    // A state that is unreachable has no say: after "if (!ok) throw …" the path through the throw must not take away what the other one
    // knows.
    public GuardState Join(GuardState other)
    {
        if (Held.IsUnreachable || other.Held.IsUnreachable)
        {
            return Held.IsUnreachable ? other : this;
        }

        var joined = new GuardState(Held.Or(other.Held), Empty.Values);
        foreach (var variable in Values.Keys.Union(other.Values.Keys))
        {
            joined = joined.Set(variable, Condition.Join(Get(variable), Held, other.Get(variable), other.Held));
        }

        return joined;
    }

    public bool IsSame(GuardState other) =>
        Held.Equals(other.Held)
        && Values.Count == other.Values.Count
        && Values.All(entry => other.Values.TryGetValue(entry.Key, out var value) && value == entry.Value);
}
