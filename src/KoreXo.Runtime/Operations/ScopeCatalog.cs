namespace KoreXo.Runtime;

/// <summary>Maps each scope of an API to its canonical spelling and to the scopes that it implies.</summary>
internal sealed class ScopeCatalog
{
    private readonly Dictionary<string, string> _spelling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownScope> _known = new(StringComparer.Ordinal);

    public ScopeCatalog(IReadOnlyList<KnownScope> known)
    {
        foreach (var scope in known)
        {
            _known[scope.Name] = scope;
            foreach (var alias in scope.Aliases)
            {
                _spelling[alias] = scope.Name;
            }
        }
    }

    /// <summary>Gets the canonical spelling; a scope that the API does not define is returned unchanged.</summary>
    public string Canonical(string scope) => _spelling.GetValueOrDefault(scope, scope);

    /// <summary>Gets all spellings of a scope.</summary>
    public IEnumerable<string> Spellings(string scope)
    {
        var name = Canonical(scope);
        return _known.TryGetValue(name, out var known) ? known.Aliases.Append(name) : [scope];
    }

    /// <summary>Gets the given scopes and all that they imply, in canonical spelling.</summary>
    public HashSet<string> Expand(IEnumerable<string> scopes)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(scopes);
        while (open.TryPop(out var next))
        {
            var scope = Canonical(next);
            if (held.Add(scope) && _known.TryGetValue(scope, out var known))
            {
                foreach (var further in known.Implies)
                {
                    open.Push(further);
                }
            }
        }

        return held;
    }
}
