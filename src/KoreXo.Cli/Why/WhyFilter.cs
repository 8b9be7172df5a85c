using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Why;

/// <summary>Narrows a report to one scope or to some entry points.</summary>
internal static class WhyFilter
{
    /// <summary>Keeps what needs a scope, at entry points whose name contains a string.</summary>
    /// <exception cref="CommandException">Nothing is left, so that a misspelled filter is not mistaken for a clean result.</exception>
    public static WhyReport Apply(WhyReport report, string? scope, string? entry)
    {
        if (entry is not null)
        {
            report = report with
            {
                Entries = [.. report.Entries.Where(candidate => candidate.Title.Contains(entry, StringComparison.OrdinalIgnoreCase))],
                Unreached = [],
            };
            if (report.Entries.Count == 0)
            {
                throw new CommandException($"No entry point that reaches a scoped call has '{entry}' in its name.");
            }
        }

        if (scope is null)
        {
            return report;
        }

        report = report with
        {
            Entries =
            [
                .. report
                    .Entries.Select(candidate =>
                        candidate with
                        {
                            Calls = [.. candidate.Calls.Where(call => Needs(call, scope))],
                            Unknown =
                            [
                                .. candidate.Unknown.Where(use =>
                                    use.Scopes.Count == 0 || use.Scopes.Any(declared => declared.Scope == scope)
                                ),
                            ],
                            Scopes = [.. candidate.Scopes.Where(needed => needed.Scope == scope)],
                        }
                    )
                    .Where(static candidate => candidate.Calls.Count + candidate.Unknown.Count > 0),
            ],
            Unreached = [.. report.Unreached.Where(call => Needs(call, scope))],
        };
        return report.Entries.Count + report.Unreached.Count > 0
            ? report
            : throw new CommandException($"Nothing in {report.Name} requires the scope '{scope}'.");
    }

    private static bool Needs(WhyCall call, string scope) => call.Needs.Any(need => need.Scopes.Contains(scope, StringComparer.Ordinal));
}
