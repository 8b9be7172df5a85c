namespace KoreXo.Analyzers.Guards;

/// <summary>What a value tells about scopes: a truth value, a task of one, or a task whose end tells it.</summary>
/// <param name="WhenTrue">What holds if the value is true.</param>
/// <param name="WhenFalse">What holds if it is not.</param>
internal sealed record Condition(HeldFacts WhenTrue, HeldFacts WhenFalse)
{
    public static readonly Condition Unknown = new(HeldFacts.None, HeldFacts.None);

    public static readonly Condition True = new(HeldFacts.None, HeldFacts.Unreachable);

    public static readonly Condition False = new(HeldFacts.Unreachable, HeldFacts.None);

    /// <summary>Gets what holds whichever it is.</summary>
    public HeldFacts Always => WhenTrue.Or(WhenFalse);

    public Condition Not() => new(WhenFalse, WhenTrue);

    public Condition And(Condition other) => new(WhenTrue.And(other.WhenTrue), WhenFalse.Or(other.WhenFalse));

    public Condition Or(Condition other) => new(WhenTrue.Or(other.WhenTrue), WhenFalse.And(other.WhenFalse));

    /// <summary>Joins the values of two ways that meet; what each way knows by itself is true of its value too.</summary>
    public static Condition Join(Condition first, HeldFacts firstHeld, Condition second, HeldFacts secondHeld) =>
        new(
            first.WhenTrue.And(firstHeld).Or(second.WhenTrue.And(secondHeld)),
            first.WhenFalse.And(firstHeld).Or(second.WhenFalse.And(secondHeld))
        );
}
