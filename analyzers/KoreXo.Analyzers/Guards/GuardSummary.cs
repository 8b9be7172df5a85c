namespace KoreXo.Analyzers.Guards;

/// <summary>What a member of the project proves to its callers about scopes without an attribute.</summary>
/// <param name="Returned">What the value that it returns or holds proves.</param>
/// <param name="Held">What holds once the member has returned.</param>
internal sealed record GuardSummary(Condition Returned, HeldFacts Held)
{
    public bool IsPointless => Returned.IsPointless && Held.IsNone;

    public GuardSummary Map(Func<HeldFacts, HeldFacts> change) => new(Returned.Map(change), change(Held));
}
