namespace KoreXo.Simulator.Documents;

/// <summary>How an operation draws on a quota, as its document says.</summary>
/// <param name="Budget">Operations of one budget draw on one count.</param>
/// <param name="By">The parameters whose values each have a count of their own.</param>
/// <param name="Windows">All of them hold.</param>
/// <param name="IsDocumented">Whether the vendor's pages name the operation, and not just its kin.</param>
internal sealed record QuotaRule(
    string Budget,
    IReadOnlyList<(ParameterPlace Place, string Name)> By,
    IReadOnlyList<QuotaWindow> Windows,
    bool IsDocumented
);
