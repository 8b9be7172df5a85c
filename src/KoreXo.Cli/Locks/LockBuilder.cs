using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Locks;

/// <summary>Joins the two reports of a solution: which app needs which scope, and which entry points need it.</summary>
internal sealed class LockBuilder
{
    private readonly ScopeReport _report;
    private readonly WhyReport _why;
    private readonly Dictionary<(string Member, string File, int Line, int Column, string Needs), ReportedCall> _calls;

    private LockBuilder(ScopeReport report, WhyReport why)
    {
        _report = report;
        _why = why;
        _calls = report.Calls.ToDictionary(static call => (call.Member, call.File, call.Line, call.Column, ReportedNeed.Key(call.Needs)));
    }

    /// <summary>Returns what the apps of a solution need.</summary>
    /// <exception cref="CommandException">There are calls of scoped APIs, but no manifest says which app makes them.</exception>
    public static ScopeLock Build(ScopeReport report, WhyReport why) =>
        report is { Apps.Count: 0, Calls.Count: > 0 }
            ? throw new CommandException(
                $"{report.Name} calls scoped APIs, but has no manifest that names an app. Run korexo scopes init first."
            )
            : new LockBuilder(report, why).Build();

    private ScopeLock Build() =>
        new([
            .. _report
                .Apps.Select(static app => app.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => new LockedApp(name, Scopes(name))),
        ]);

    private List<LockedScope> Scopes(string app) =>
        [
            .. Rows(app)
                .GroupBy(static row => row.Scope)
                .OrderBy(static scope => scope.Key.Scope, StringComparer.Ordinal)
                .ThenBy(static scope => scope.Key.Credential, StringComparer.Ordinal)
                .ThenBy(static scope => scope.Key.Resource, StringComparer.Ordinal)
                .Select(static scope => new LockedScope(scope.Key, Entries(scope))),
        ];

    private static List<LockedEntry> Entries(IEnumerable<(ScopeOnCredential Scope, WhyEntry? Entry, string Path)> rows) =>
        [
            .. rows.Where(static row => row.Entry is not null)
                .GroupBy(static row => (Kind: WhyText.Kind(row.Entry!.Kind), row.Entry.Title, row.Entry.Project))
                .OrderBy(static entry => entry.Key.Project, StringComparer.Ordinal)
                .ThenBy(static entry => entry.Key.Kind, StringComparer.Ordinal)
                .ThenBy(static entry => entry.Key.Title, StringComparer.Ordinal)
                .Select(static entry => new LockedEntry(
                    entry.Key.Kind,
                    entry.Key.Title,
                    entry.Key.Project,
                    [.. entry.Select(static row => row.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
                )),
        ];

    // One row for each scope of each call, and one without an entry point for calls that none reaches: the app needs their scopes all the
    // same, or its manifest would be reported to hold something unused.
    private IEnumerable<(ScopeOnCredential Scope, WhyEntry? Entry, string Path)> Rows(string app)
    {
        foreach (var entry in _why.Entries)
        {
            foreach (var call in entry.Calls)
            {
                foreach (var scope in Needed(app, call))
                {
                    yield return (scope, entry, string.Join(" > ", call.Chain.Select(static step => step.Function).Append(call.Member)));
                }
            }

            foreach (var use in entry.Unknown)
            {
                foreach (var scope in use.Scopes)
                {
                    var path = string.Join(" > ", use.Chain.Select(static step => step.Function).Append(use.Reason));
                    yield return (scope, entry, path);
                }
            }
        }

        foreach (var scope in _why.Unreached.SelectMany(call => Needed(app, call)))
        {
            yield return (scope, null, "");
        }
    }

    /// <summary>
    /// The scopes of the alternative that the app uses for a call: the one that its credential holds, else the one that is missing. None
    /// if a guard or the caller decides about the call.
    /// </summary>
    private IEnumerable<ScopeOnCredential> Needed(string app, WhyCall call)
    {
        if (
            !_calls.TryGetValue(
                (call.Member, call.Place.File, call.Place.Line, call.Place.Column, ReportedNeed.Key(call.Needs)),
                out var reported
            )
            || reported.Verdicts.FirstOrDefault(verdict => verdict.App == app) is not { } verdict
            || verdict.State is not (CallState.Held or CallState.Missing or CallState.Suppressed)
        )
        {
            return [];
        }

        var credential = verdict.Credential ?? verdict.Lacks.Select(static lack => lack.Credential).FirstOrDefault();
        var needed = call.Needs.Where(static need => !need.IsConditional).ToList();
        var used = needed.Find(need => need.Credential == credential && Holds(app, need)) ?? needed.Find(need => Holds(app, need));
        used ??= needed.Find(need => need.Credential == credential) ?? needed.FirstOrDefault();
        return used?.All ?? [];
    }

    private bool Holds(string app, ReportedNeed need) =>
        _report
            .Apps.Where(reported => reported.Name == app)
            .Any(reported =>
                need.Scopes.All(scope =>
                    reported.Holds.Any(held =>
                        held.Scope == scope
                        && (held.Credential is "" || held.Credential == need.Credential)
                        && ScopeOnCredential.Covers(held.Resource, need.Resource)
                    )
                )
            );
}
