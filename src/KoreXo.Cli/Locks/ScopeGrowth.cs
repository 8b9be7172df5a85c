using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Locks;

/// <summary>What the apps of a solution need beyond a base, and no longer need.</summary>
/// <param name="Added">The scopes that the base does not have, with the entry points that need them.</param>
/// <param name="Reached">The entry points that need a scope only others needed before.</param>
/// <param name="Removed">The scopes that are no longer needed.</param>
internal sealed record ScopeGrowth(
    IReadOnlyList<(string App, LockedScope Scope)> Added,
    IReadOnlyList<(string App, LockedScope Scope)> Reached,
    IReadOnlyList<(string App, ScopeOnCredential Scope)> Removed
)
{
    /// <summary>Compares needs with a base.</summary>
    public static ScopeGrowth Compare(ScopeLock now, ScopeLock before)
    {
        // A lock that was merged by hand may have a scope twice.
        var known = Scopes(before)
            .GroupBy(static row => (row.App, row.Scope.Scope))
            .ToDictionary(
                static rows => rows.Key,
                static rows =>
                    rows.SelectMany(static row => row.Scope.Entries)
                        .Select(static entry => (entry.Project, entry.Kind, entry.Title))
                        .ToHashSet()
            );
        var added = new List<(string App, LockedScope Scope)>();
        var reached = new List<(string App, LockedScope Scope)>();
        var still = new HashSet<(string, ScopeOnCredential)>();
        foreach (var (app, scope) in Scopes(now))
        {
            // What was needed on every resource includes each.
            var key = known.ContainsKey((app, scope.Scope)) ? (app, scope.Scope) : (app, scope.Scope with { Resource = null });
            still.Add(key);
            if (!known.TryGetValue(key, out var entries))
            {
                added.Add((app, scope));
            }
            else if (
                scope.Entries.Where(entry => !entries.Contains((entry.Project, entry.Kind, entry.Title))).ToList() is { Count: > 0 } more
            )
            {
                reached.Add((app, scope with { Entries = more }));
            }
        }

        return new ScopeGrowth(
            added,
            reached,
            [.. known.Keys.Where(key => !still.Contains(key)).Select(static key => (key.App, key.Scope))]
        );
    }

    private static IEnumerable<(string App, LockedScope Scope)> Scopes(ScopeLock needs) =>
        needs.Apps.SelectMany(static app => app.Scopes.Select(scope => (app.Name, scope)));
}
