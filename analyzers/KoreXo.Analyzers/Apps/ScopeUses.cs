using System.Collections.Concurrent;
using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>Collects the scopes that a project needs while its code is analyzed, possibly by several threads.</summary>
internal sealed class ScopeUses(ScopeCatalog catalog)
{
    // The value is true if a call needs the scope whatever its arguments.
    private readonly ConcurrentDictionary<string, bool> _uses = new(StringComparer.Ordinal);

    // The resources on which a scope is needed, where it is not needed on every resource.
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _onResources = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Requirement, bool> _needs = new();

    private readonly ConcurrentDictionary<Requirement, bool> _unguarded = new();

    /// <summary>Gets the scopes that calls need unconditionally, each on its resource, sorted.</summary>
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
            foreach (var scope in alternative.Named)
            {
                Add(scope, !alternative.IsConditional);
            }
        }
    }

    /// <summary>Records scopes, each on its resource, that the project names without calling anything.</summary>
    public void AddNamed(IEnumerable<string> scopes)
    {
        foreach (var scope in scopes)
        {
            Add(scope, isNeeded: false);
        }
    }

    /// <summary>Returns whether anything needs a scope or one that it implies.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="resource">The resource; <see langword="null"/> for every resource.</param>
    /// <param name="elsewhere">What is held on single resources: where all that need a scope have it already, it is not needed on every
    /// resource.</param>
    public bool Contains(string scope, string? resource, ImmutableHashSet<string> elsewhere)
    {
        foreach (var name in catalog.Expand([scope]))
        {
            if (
                _uses.ContainsKey(name)
                || (
                    _onResources.TryGetValue(name, out var resources)
                    && (
                        resource is null
                            ? resources.Keys.Any(needed => !elsewhere.Contains(ResourceScope.Create(name, needed)))
                            : resources.ContainsKey(resource)
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string scope, bool isNeeded)
    {
        var name = catalog.Canonical(scope);
        _uses.AddOrUpdate(name, isNeeded, (_, known) => known || isNeeded);
        if (ResourceScope.Resource(name) is { } resource)
        {
            _onResources
                .GetOrAdd(ResourceScope.Scope(name), static _ => new ConcurrentDictionary<string, bool>(StringComparer.Ordinal))
                .TryAdd(resource, true);
        }
    }
}
