namespace KoreXo.Runtime;

/// <summary>The scopes that the credentials of a manifest are granted, from the perspective of one API.</summary>
internal sealed class HeldScopes
{
    private readonly ScopeCatalog _catalog;
    private readonly Dictionary<string, HashSet<string>> _byKind = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Resource), HashSet<string>> _onResources = [];

    public HeldScopes(ScopeManifest manifest, ScopeCatalog catalog)
    {
        _catalog = catalog;
        foreach (var (kind, scopes) in manifest.Credentials)
        {
            _byKind[kind] = catalog.Expand(scopes);
        }

        foreach (var grants in manifest.ResourceGrants.GroupBy(static grant => (grant.Credential, grant.Resource)))
        {
            var held = catalog.Expand(grants.SelectMany(static grant => grant.Scopes));
            held.UnionWith(_byKind[grants.Key.Credential]);
            _onResources[grants.Key] = held;
        }
    }

    /// <summary>Gets the scopes that the closest credential is missing; empty if one credential is granted all of them.</summary>
    /// <param name="kind">The kind of credential, or <see langword="null"/> for any. The unnamed credential is of every kind.</param>
    /// <param name="scopes">The scopes, all of which are required on one credential.</param>
    /// <param name="resource">The resource that they are required on; <see langword="null"/> for every resource.</param>
    public IReadOnlyList<string> Missing(string? kind, IReadOnlyList<string> scopes, string? resource)
    {
        IReadOnlyList<string> least = scopes;
        foreach (var (heldBy, held) in _byKind)
        {
            if (kind is null || heldBy.Length == 0 || heldBy == kind)
            {
                var missing = Missing(
                    resource is not null && _onResources.TryGetValue((heldBy, resource), out var more) ? more : held,
                    scopes
                );
                least = missing.Count < least.Count ? missing : least;
            }
        }

        return least;
    }

    private List<string> Missing(HashSet<string> held, IReadOnlyList<string> scopes)
    {
        var missing = new List<string>();
        foreach (var scope in scopes)
        {
            if (!held.Contains(_catalog.Canonical(scope)))
            {
                missing.Add(scope);
            }
        }

        return missing;
    }
}
