using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Reports;

/// <summary>One scope on one kind of credential, its state in an app, and the calls that need it.</summary>
internal sealed record ScopeRow(string Scope, string? Credential, string State, IReadOnlyList<ReportedCall> Calls)
{
    /// <summary>Returns the rows of an app, ordered by scope.</summary>
    public static IEnumerable<ScopeRow> Of(ReportedApp app, IReadOnlyList<ReportedCall> calls) =>
        calls
            .Where(call => call.Verdicts.Any(verdict => verdict.App == app.Name))
            .SelectMany(static call => call.Needs.SelectMany(need => need.Scopes.Select(scope => (scope, need.Credential, call))))
            .GroupBy(static entry => (entry.scope, entry.Credential))
            .OrderBy(static group => group.Key.scope, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Credential, StringComparer.Ordinal)
            .Select(group => Row(app, group.Key.scope, group.Key.Credential, [.. group.Select(static entry => entry.call).Distinct()]));

    private static ScopeRow Row(ReportedApp app, string scope, string? credential, List<ReportedCall> calls)
    {
        var verdicts = calls.Select(call => call.Verdicts.First(verdict => verdict.App == app.Name)).ToList();
        var state = app switch
        {
            _ when app.Holds.Any(held => held.Scope == scope && Fits(held.Credential, credential)) => "held",
            _ when app.Missing.Any(lack => lack.Scope == scope && Fits(lack.Credential, credential)) => "**missing**",
            _ when verdicts.TrueForAll(static verdict => verdict.State == CallState.Missing) => "not held",
            _ => Worst(verdicts),
        };
        return new ScopeRow(scope, credential, state, calls);
    }

    // Explains why nothing is missing although the scope is not held under this name.
    private static string Worst(List<AppVerdict> verdicts) =>
        verdicts.Max(static verdict => verdict.State) switch
        {
            CallState.NothingNeeded => "not held; needed for some arguments only",
            CallState.Held => "not held; another scope suffices",
            CallState.Declared => "not held; the caller declares it",
            CallState.Guarded => "not held; checked by a guard",
            CallState.Suppressed => "missing; the warning is suppressed",
            _ => "not held",
        };

    private static bool Fits(string? held, string? needed) => needed is null || held is null or "" || held == needed;
}
