using System.Collections.Immutable;

namespace KoreXo.Analyzers.Guards;

/// <summary>What a value tells about scopes: a truth value, which may be null, or a task whose result it is; or a tuple of such.</summary>
/// <param name="WhenTrue">What holds if the value is true.</param>
/// <param name="WhenFalse">What holds if it is false.</param>
/// <param name="WhenNull">What holds if it is null, which is neither.</param>
internal sealed record Condition(HeldFacts WhenTrue, HeldFacts WhenFalse, HeldFacts WhenNull)
{
    public static readonly Condition Unknown = new(HeldFacts.None, HeldFacts.None, HeldFacts.None);

    public static readonly Condition True = new(HeldFacts.None, HeldFacts.Unreachable, HeldFacts.Unreachable);

    public static readonly Condition False = new(HeldFacts.Unreachable, HeldFacts.None, HeldFacts.Unreachable);

    public static readonly Condition Null = new(HeldFacts.Unreachable, HeldFacts.Unreachable, HeldFacts.None);

    /// <summary>Gets what the elements of a tuple tell; empty for any other value.</summary>
    public ImmutableArray<Condition> Elements { get; init; } = [];

    /// <summary>Gets what holds whichever it is, once a value is there.</summary>
    public HeldFacts Always => WhenTrue.Or(WhenFalse);

    /// <summary>Gets whether nothing is lost if the value is not remembered.</summary>
    public bool IsPointless => WhenTrue.IsNone && WhenFalse.IsNone && WhenNull.Sets.IsEmpty && Elements.IsEmpty;

    public static Condition Of(HeldFacts whenTrue, HeldFacts whenFalse) => new(whenTrue, whenFalse, HeldFacts.Unreachable);

    public static Condition OfTuple(IEnumerable<Condition> elements) => Unknown with { Elements = [.. elements] };

    /// <summary>The element of a tuple; nothing is known of what is no tuple.</summary>
    public Condition Element(int index) => index < Elements.Length ? Elements[index] : Unknown;

    public Condition NeverNull() => WhenNull.IsUnreachable ? this : this with { WhenNull = HeldFacts.Unreachable };

    /// <summary>Gets what holds if the value is one of some.</summary>
    public HeldFacts When(Truths truths)
    {
        var held = HeldFacts.Unreachable;
        held = truths.HasFlag(Truths.True) ? held.Or(WhenTrue) : held;
        held = truths.HasFlag(Truths.False) ? held.Or(WhenFalse) : held;
        return truths.HasFlag(Truths.Null) ? held.Or(WhenNull) : held;
    }

    /// <summary>The value where it is one of some.</summary>
    public Condition Where(Truths truths) =>
        new(
            truths.HasFlag(Truths.True) ? WhenTrue : HeldFacts.Unreachable,
            truths.HasFlag(Truths.False) ? WhenFalse : HeldFacts.Unreachable,
            truths.HasFlag(Truths.Null) ? WhenNull : HeldFacts.Unreachable
        );

    public Condition Not() => new(WhenFalse, WhenTrue, WhenNull);

    // Null is between: false and null is false, true and null is null.
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

    /// <summary>Both are true, both false, or both null.</summary>
    public Condition IsSameAs(Condition other) =>
        Of(
            WhenTrue.And(other.WhenTrue).Or(WhenFalse.And(other.WhenFalse)).Or(WhenNull.And(other.WhenNull)),
            WhenTrue
                .And(other.WhenFalse.Or(other.WhenNull))
                .Or(WhenFalse.And(other.WhenTrue.Or(other.WhenNull)))
                .Or(WhenNull.And(other.WhenTrue.Or(other.WhenFalse)))
        );

    /// <summary>The value, or the other one instead of null.</summary>
    public Condition OrElse(Condition other) =>
        new(WhenTrue.Or(WhenNull.And(other.WhenTrue)), WhenFalse.Or(WhenNull.And(other.WhenFalse)), WhenNull.And(other.WhenNull));

    /// <summary>Joins the values of two ways that meet; what each way knows by itself is true of its value too.</summary>
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

    /// <summary>The value at a place where something holds anyway.</summary>
    public Condition Under(HeldFacts held) => held.IsNone ? this : Map(facts => facts.And(held));

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
