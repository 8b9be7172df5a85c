using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Reports;

/// <summary>One scope on one kind of credential, and perhaps one resource, its state in an app, and the calls that need it.</summary>
internal sealed record ScopeRow(string Scope, string? Credential, string? Resource, string State, IReadOnlyList<ReportedCall> Calls)
{
    /// <summary>Returns the rows of an app, ordered by scope.</summary>
    public static IEnumerable<ScopeRow> Of(ReportedApp app, IReadOnlyList<ReportedCall> calls) =>
        calls
            .Where(call => app.Verdict(call) is not null)
            .SelectMany(static call => call.Needs.SelectMany(need => need.All.Select(scope => (scope, call))))
            .GroupBy(static entry => entry.scope)
            .OrderBy(static group => group.Key.Scope, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Credential, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Resource, StringComparer.Ordinal)
            .Select(group => Row(app, group.Key, [.. group.Select(static entry => entry.call).Distinct()]));

    private static ScopeRow Row(ReportedApp app, ScopeOnCredential scope, List<ReportedCall> calls)
    {
        var verdicts = calls.Select(app.Verdict).OfType<AppVerdict>().ToList();
        var state = app switch
        {
            _ when app.Holds.Any(held => Fits(held, scope)) => "granted",
            _ when app.Missing.Any(lack => Fits(lack, scope)) => "**missing**",
            _ when verdicts.TrueForAll(static verdict => verdict.State == CallState.Missing) => "not granted",
            _ => Worst(verdicts),
        };
        return new ScopeRow(scope.Scope, scope.Credential, scope.Resource, state, calls);
    }

    // Explains why nothing is missing although the scope is not granted under this name.
    private static string Worst(List<AppVerdict> verdicts) =>
        verdicts.Max(static verdict => verdict.State) switch
        {
            CallState.NothingNeeded => "not granted; required for some arguments only",
            CallState.Held => "not granted; another scope suffices",
            CallState.Declared => "not granted; declared by the caller",
            CallState.Guarded => "not granted; checked by a guard",
            CallState.Suppressed => "missing; the warning is suppressed",
            _ => "not granted",
        };

    private static bool Fits(ScopeOnCredential held, ScopeOnCredential needed) =>
        held.Scope == needed.Scope
        && (needed.Credential is null || held.Credential is null or "" || held.Credential == needed.Credential)
        && ScopeOnCredential.Covers(held.Resource, needed.Resource);
}
