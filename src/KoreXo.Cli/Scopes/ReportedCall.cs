namespace KoreXo.Cli.Scopes;

/// <summary>A call of a scoped API.</summary>
/// <param name="Member">What is called, <c>Type.Member</c>.</param>
/// <param name="File">The file, relative to the solution.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Projects">The projects that compile it.</param>
/// <param name="Needs">What it needs: any of these.</param>
/// <param name="Verdicts">How each app stands to it; empty if no manifest can be read.</param>
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
