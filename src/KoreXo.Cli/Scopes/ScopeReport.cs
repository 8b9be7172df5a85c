namespace KoreXo.Cli.Scopes;

/// <summary>What the apps of a solution need and hold.</summary>
/// <param name="Name">The solution or project.</param>
/// <param name="Projects">The projects looked at.</param>
/// <param name="Apps">The apps, by file.</param>
/// <param name="Calls">The calls whose need is known, by place.</param>
/// <param name="Unknown">The calls that do not say what they need.</param>
/// <param name="Libraries">The libraries without a manifest.</param>
/// <param name="Findings">Everything that the analyzers have to say.</param>
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
    /// <summary>Gets whether a build server should stop: something is missing, unused, unknown or unreadable.</summary>
    public bool HasFaults => Findings.Any();
}
