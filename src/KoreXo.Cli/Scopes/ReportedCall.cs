namespace KoreXo.Cli.Scopes;

/// <summary>A call of a scoped API.</summary>
/// <param name="Member">The called member, as <c>Type.Member</c>.</param>
/// <param name="File">The file, relative to the solution.</param>
/// <param name="Line">The one-based line.</param>
/// <param name="Column">The one-based column.</param>
/// <param name="Projects">The projects that compile the call.</param>
/// <param name="Needs">The alternatives, any of which suffices.</param>
/// <param name="Verdicts">The result for each app; empty if no manifest can be read.</param>
internal sealed record ReportedCall(
    string Member,
    string File,
    int Line,
    int Column,
    IReadOnlyList<string> Projects,
    IReadOnlyList<ReportedNeed> Needs,
    IReadOnlyList<AppVerdict> Verdicts
)
{
    public string Place => FormattableString.Invariant($"{File}:{Line}");
}
