using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// What a value proves about scopes. The value is a Boolean, which may be null, a task with such a result, or a tuple of such values.
/// </summary>
/// <param name="WhenTrue">The facts that hold if the value is true.</param>
/// <param name="WhenFalse">The facts that hold if it is false.</param>
/// <param name="WhenNull">The facts that hold if it is null.</param>
internal sealed record Condition(HeldFacts WhenTrue, HeldFacts WhenFalse, HeldFacts WhenNull)
{
    public static readonly Condition Unknown = new(HeldFacts.None, HeldFacts.None, HeldFacts.None);

    public static readonly Condition True = new(HeldFacts.None, HeldFacts.Unreachable, HeldFacts.Unreachable);

    public static readonly Condition False = new(HeldFacts.Unreachable, HeldFacts.None, HeldFacts.Unreachable);

    public static readonly Condition Null = new(HeldFacts.Unreachable, HeldFacts.Unreachable, HeldFacts.None);

    /// <summary>Gets the conditions of a tuple's elements; empty for any other value.</summary>
    public ImmutableArray<Condition> Elements { get; init; } = [];

    /// <summary>Gets the facts that hold for either value, once it is not null.</summary>
    public HeldFacts Always => WhenTrue.Or(WhenFalse);

    /// <summary>Gets a value indicating whether the condition proves nothing and need not be stored.</summary>
    public bool IsPointless => WhenTrue.IsNone && WhenFalse.IsNone && (WhenNull.IsNone || WhenNull.IsUnreachable) && Elements.IsEmpty;

    public static Condition Of(HeldFacts whenTrue, HeldFacts whenFalse) => new(whenTrue, whenFalse, HeldFacts.Unreachable);

    public static Condition OfTuple(IEnumerable<Condition> elements) => Unknown with { Elements = [.. elements] };

    /// <summary>Returns the condition of a tuple element; unknown if the value is not a tuple.</summary>
    public Condition Element(int index) => index < Elements.Length ? Elements[index] : Unknown;

    public Condition NeverNull() => this with { WhenNull = HeldFacts.Unreachable };

    /// <summary>Returns the facts that hold if the value is in a set.</summary>
    public HeldFacts When(Truths truths)
    {
        var held = HeldFacts.Unreachable;
        held = truths.HasFlag(Truths.True) ? held.Or(WhenTrue) : held;
        held = truths.HasFlag(Truths.False) ? held.Or(WhenFalse) : held;
        return truths.HasFlag(Truths.Null) ? held.Or(WhenNull) : held;
    }

    /// <summary>Returns the condition, restricted to values in a set.</summary>
    public Condition Where(Truths truths) =>
        new(
            truths.HasFlag(Truths.True) ? WhenTrue : HeldFacts.Unreachable,
            truths.HasFlag(Truths.False) ? WhenFalse : HeldFacts.Unreachable,
            truths.HasFlag(Truths.Null) ? WhenNull : HeldFacts.Unreachable
        );

    public Condition Not() => new(WhenFalse, WhenTrue, WhenNull);

    // Three-valued logic, as in C#: false & null is false, true & null is null.
    public Condition And(Condition other) =>
        new(
            WhenTrue.And(other.WhenTrue),
            WhenFalse.Or(other.WhenFalse),
            WhenNull.And(other.WhenTrue.Or(other.WhenNull)).Or(other.WhenNull.And(WhenTrue.Or(WhenNull)))
        );

    public Condition Or(Condition other) => Not().And(other.Not()).Not();

    public Condition ExclusiveOr(Condition other) =>
        new(
            WhenTrue.And(other.WhenFalse).Or(WhenFalse.And(other.WhenTrue)),
            WhenTrue.And(other.WhenTrue).Or(WhenFalse.And(other.WhenFalse)),
            WhenNull.Or(other.WhenNull)
        );

    // Comparisons such as HoldsScopes("a") == true and ok == enabled end here. Both true is one way to be equal, both false another, both
    // null a third, and what the comparison proves is what all possible ways have in common. A constant makes two of the three impossible
    // and leaves one.
    /// <summary>Returns the condition that both values are equal: both true, both false, or both null.</summary>
    public Condition IsSameAs(Condition other) =>
        Of(
            WhenTrue.And(other.WhenTrue).Or(WhenFalse.And(other.WhenFalse)).Or(WhenNull.And(other.WhenNull)),
            WhenTrue
                .And(other.WhenFalse.Or(other.WhenNull))
                .Or(WhenFalse.And(other.WhenTrue.Or(other.WhenNull)))
                .Or(WhenNull.And(other.WhenTrue.Or(other.WhenFalse)))
        );

    /// <summary>Returns the condition of <c>value ?? other</c>.</summary>
    public Condition OrElse(Condition other) =>
        new(WhenTrue.Or(WhenNull.And(other.WhenTrue)), WhenFalse.Or(WhenNull.And(other.WhenFalse)), WhenNull.And(other.WhenNull));

    //     bool ok = false;
    //     if (client.HoldsScopes("a")) { ok = true; }
    // Behind the 'if' nobody knows whether 'a' is held. But 'ok' is true only if it came from the branch where 'a' was: each path's value
    // takes the facts of its path along, and "if (ok)" brings them back.
    /// <summary>Joins the values of two paths that meet. The facts known on a path also hold for the value that it contributes.</summary>
    public static Condition Join(Condition first, HeldFacts firstHeld, Condition second, HeldFacts secondHeld)
    {
        var (one, two) = (first.Under(firstHeld), second.Under(secondHeld));
        return new Condition(one.WhenTrue.Or(two.WhenTrue), one.WhenFalse.Or(two.WhenFalse), one.WhenNull.Or(two.WhenNull))
        {
            Elements =
                first.Elements.Length == second.Elements.Length
                    ? [.. first.Elements.Zip(second.Elements, (left, right) => Join(left, firstHeld, right, secondHeld))]
                    : [],
        };
    }

    /// <summary>Returns the condition at a point where some facts already hold.</summary>
    public Condition Under(HeldFacts held) => Map(facts => facts.And(held));

    public Condition Map(Func<HeldFacts, HeldFacts> change) =>
        new(change(WhenTrue), change(WhenFalse), change(WhenNull)) { Elements = [.. Elements.Select(element => element.Map(change))] };

    public bool Equals(Condition? other) =>
        other is not null
        && WhenTrue.Equals(other.WhenTrue)
        && WhenFalse.Equals(other.WhenFalse)
        && WhenNull.Equals(other.WhenNull)
        && Elements.SequenceEqual(other.Elements);

    public override int GetHashCode() => Elements.Length;
}
