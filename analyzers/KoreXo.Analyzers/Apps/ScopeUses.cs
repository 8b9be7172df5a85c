using System.Collections.Concurrent;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>Collects the scopes that a project needs while its code is analyzed, possibly by several threads.</summary>
internal sealed class ScopeUses(ScopeCatalog catalog)
{
    // The value is true if a call needs the scope whatever its arguments.
    private readonly ConcurrentDictionary<string, bool> _uses = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Requirement, bool> _needs = new();

    private readonly ConcurrentDictionary<Requirement, bool> _unguarded = new();

    /// <summary>Gets the scopes that calls need unconditionally, sorted.</summary>
    public IEnumerable<string> Needed =>
        _uses.Where(static use => use.Value).Select(static use => use.Key).OrderBy(static scope => scope, StringComparer.Ordinal);

    /// <summary>Gets the requirement of each call, in no particular order.</summary>
    public IEnumerable<Requirement> Needs => _needs.Keys;

    /// <summary>
    /// Gets the requirements of unguarded calls, in no particular order; recorded only where a required manifest is missing.
    /// </summary>
    public IEnumerable<Requirement> Unguarded => _unguarded.Keys;

    /// <summary>Records the requirement of an unguarded call.</summary>
    public void AddUnguarded(Requirement need) => _unguarded.TryAdd(need, true);

    public void AddCall(Requirement need)
    {
        if (!_needs.TryAdd(need, true))
        {
            return;
        }

        foreach (var alternative in need.All)
        {
            foreach (var scope in alternative.Scopes)
            {
                _uses.AddOrUpdate(catalog.Canonical(scope), !alternative.IsConditional, (_, known) => known || !alternative.IsConditional);
            }
        }
    }

    /// <summary>Records scopes that the project names without calling anything.</summary>
    public void AddNamed(IEnumerable<string> scopes)
    {
        foreach (var scope in scopes)
        {
            _uses.TryAdd(catalog.Canonical(scope), false);
        }
    }

    /// <summary>Returns whether anything needs the scope or one that it implies.</summary>
    public bool Contains(string scope) => catalog.Expand([scope]).Any(_uses.ContainsKey);
}
