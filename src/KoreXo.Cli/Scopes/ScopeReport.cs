namespace KoreXo.Cli.Scopes;

/// <summary>The scopes that the apps of a solution need and hold.</summary>
/// <param name="Name">The solution or project.</param>
/// <param name="Projects">The analyzed projects.</param>
/// <param name="Apps">The apps, ordered by file.</param>
/// <param name="Calls">The calls whose required scopes are known, ordered by location.</param>
/// <param name="Unknown">The calls whose required scopes are unknown.</param>
/// <param name="Libraries">The libraries without a manifest.</param>
/// <param name="Findings">Everything that the analyzers report.</param>
internal sealed record ScopeReport(
    string Name,
    IReadOnlyList<string> Projects,
    IReadOnlyList<ReportedApp> Apps,
    IReadOnlyList<ReportedCall> Calls,
    IReadOnlyList<ReportedPlace> Unknown,
    IReadOnlyList<ReportedLibrary> Libraries,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>Gets a value indicating whether a CI build should fail: something is missing, unused, unknown or unreadable.</summary>
    public bool HasFaults => Findings.Any();
}
