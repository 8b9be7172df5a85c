namespace KoreXo.Analyzers.Guards;

/// <summary>What a member of the project tells its callers about scopes, though no attribute says so.</summary>
/// <param name="Returned">What the value tells that it returns or has.</param>
/// <param name="Held">What holds once it has returned.</param>
internal sealed record GuardSummary(Condition Returned, HeldFacts Held)
{
    public bool IsPointless => Returned.IsPointless && Held.IsNone;

    public GuardSummary Map(Func<HeldFacts, HeldFacts> change) => new(Returned.Map(change), change(Held));
}
