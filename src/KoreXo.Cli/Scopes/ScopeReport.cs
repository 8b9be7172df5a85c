using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Scopes;

/// <summary>The scopes that the apps of a solution require and are granted.</summary>
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

/// <summary>An app, as its manifest describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="File">The manifest, relative to the solution.</param>
/// <param name="Holds">The scopes it was granted, in file order.</param>
/// <param name="Missing">The scopes that calls require and the app was not granted: the fewest that have to be added.</param>
/// <param name="Unused">The scopes it was granted although no project that uses the manifest requires them.</param>
internal sealed record ReportedApp(
    string Name,
    string File,
    IReadOnlyList<ScopeOnCredential> Holds,
    IReadOnlyList<ScopeOnCredential> Missing,
    IReadOnlyList<ScopeOnCredential> Unused
)
{
    /// <summary>Gets the projects that use the manifest; another app may have the same name.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>Returns the result of a call for this app; <see langword="null"/> if the app does not make it.</summary>
    public AppVerdict? Verdict(ReportedCall call) =>
        Projects.Count == 0 || call.Projects.Any(Projects.Contains) ? call.Verdicts.FirstOrDefault(verdict => verdict.App == Name) : null;
}

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

/// <summary>One of the alternatives of a call: scopes that one credential must be granted together.</summary>
/// <param name="Credential">The kind of credential; <see langword="null"/> for any kind.</param>
/// <param name="Scopes">The scopes.</param>
/// <param name="IsConditional">Whether they are required only for some arguments.</param>
/// <param name="Resource">The resource that they are required on; <see langword="null"/> for every resource.</param>
internal sealed record ReportedNeed(string? Credential, IReadOnlyList<string> Scopes, bool IsConditional, string? Resource = null)
{
    public static ReportedNeed From(ScopeAlternative alternative) =>
        new(alternative.Credential, alternative.Scopes, alternative.IsConditional, alternative.ResourceName);

    /// <summary>Returns alternatives as one string that is equal for equal alternatives.</summary>
    public static string Key(IEnumerable<ReportedNeed> needs) =>
        string.Join(
            '\n',
            needs.Select(static need =>
                string.Join('\t', [need.Credential, need.Resource, need.IsConditional ? "for some" : "", .. need.Scopes])
            )
        );

    /// <summary>Gets each scope, on its credential and resource.</summary>
    public IEnumerable<ScopeOnCredential> All => Scopes.Select(scope => new ScopeOnCredential(Credential, scope, Resource));
}

/// <summary>The result of checking one call against one app.</summary>
/// <param name="App">The name of the app.</param>
/// <param name="State">Whether the requirement is met, and how.</param>
/// <param name="Credential">The credential that was granted the required scopes; <see langword="null"/> if none was.</param>
/// <param name="Lacks">The fewest scopes to add; empty if nothing is missing.</param>
internal sealed record AppVerdict(string App, CallState State, string? Credential, IReadOnlyList<ScopeOnCredential> Lacks);

/// <summary>The state of a call in an app. Later values are worse: across several frameworks, the worst one is reported.</summary>
internal enum CallState
{
    /// <summary>The call requires no scope, or only for arguments that are not known at compile time.</summary>
    NothingNeeded,

    /// <summary>A credential of the app was granted the required scopes.</summary>
    Held,

    /// <summary>The caller declares the scopes, so its own callers are checked.</summary>
    Declared,

    /// <summary>A guard checks the scopes before the call.</summary>
    Guarded,

    /// <summary>A scope is missing, and the code suppresses the warning.</summary>
    Suppressed,

    /// <summary>A scope is missing.</summary>
    Missing,
}

/// <summary>A scope and the kind of credential that was or should be granted it.</summary>
/// <param name="Credential">The kind; "" for the one credential of a plain manifest, <see langword="null"/> for any kind.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Resource">The resource that it is granted or required on; <see langword="null"/> for every resource.</param>
internal sealed record ScopeOnCredential(string? Credential, string Scope, string? Resource = null)
{
    /// <summary>Creates the scope from its name in the analysis.</summary>
    public static ScopeOnCredential From(string? credential, string name) =>
        new(credential, ResourceScope.Scope(name), ResourceScope.Resource(name));

    /// <summary>Returns whether a grant on one resource, or on every one, includes another.</summary>
    public static bool Covers(string? held, string? needed) => held is null || held == needed;
}

/// <summary>A library without a manifest, whose required scopes the apps that reference it should know.</summary>
/// <param name="Project">The project.</param>
/// <param name="Needs">The scopes that its calls require.</param>
internal sealed record ReportedLibrary(string Project, IReadOnlyList<ScopeOnCredential> Needs);

/// <summary>A call whose required scopes are unknown.</summary>
internal sealed record ReportedPlace(string Member, string File, int Line);

/// <summary>A diagnostic of the analyzers, as reported outside an editor.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">The message.</param>
/// <param name="File">The file, relative to the solution; <see langword="null"/> if the finding is about a whole project.</param>
/// <param name="Span">The zero-based start and end positions.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, string Message, string? File, LinePositionSpan Span)
{
    public string Place => File is null ? "" : FormattableString.Invariant($"{File}:{Span.Start.Line + 1}");
}
