using KoreXo.OpenApi.Text;

namespace KoreXo.Simulator.Documents;

/// <summary>The scopes that the documents know, with their other spellings and what they include.</summary>
internal sealed class ScopeVocabulary
{
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _implied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byCredential = new(StringComparer.Ordinal);

    /// <summary>The names of the kinds of credential that some operation can be called with.</summary>
    public IReadOnlyCollection<string> Credentials => _byCredential.Keys;

    /// <summary>Takes the entries of <c>x-known-scopes</c>.</summary>
    public void AddKnown(SpecNode? known)
    {
        foreach (var entry in known?.Items ?? [])
        {
            if (entry.String("name") is not { } name)
            {
                continue;
            }

            _canonical[name] = name;
            foreach (var alias in entry.Strings("aliases"))
            {
                _canonical.TryAdd(alias, name);
            }

            if (!_implied.TryGetValue(name, out var implied))
            {
                _implied[name] = implied = new HashSet<string>(StringComparer.Ordinal);
            }

            implied.UnionWith(entry.Strings("implies"));
        }
    }

    /// <summary>Takes the scopes that an operation asks for.</summary>
    public void AddUsed(ScopeAlternative alternative)
    {
        if (!_byCredential.TryGetValue(alternative.Credential, out var scopes))
        {
            _byCredential[alternative.Credential] = scopes = new HashSet<string>(StringComparer.Ordinal);
        }

        foreach (var scope in alternative.Scopes)
        {
            _canonical.TryAdd(scope, scope);
            scopes.Add(Canonical(scope));
        }
    }

    public bool Knows(string scope) => _canonical.ContainsKey(scope);

    /// <summary>The main spelling of a scope; the given one where the documents do not know it.</summary>
    public string Canonical(string scope) => _canonical.GetValueOrDefault(scope, scope);

    /// <summary>Every scope that some operation asks of this kind of credential, in ordinal order.</summary>
    public IReadOnlyList<string> AllOf(string credential) =>
        _byCredential.TryGetValue(credential, out var scopes) ? [.. scopes.Order(StringComparer.Ordinal)] : [];

    /// <summary>What a holder of these scopes holds in all: the main spellings, and everything included in them.</summary>
    public IReadOnlySet<string> Expand(IEnumerable<string> granted)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(granted.Select(Canonical));
        while (open.TryPop(out var scope))
        {
            if (held.Add(scope) && _implied.TryGetValue(scope, out var implied))
            {
                foreach (var name in implied)
                {
                    open.Push(Canonical(name));
                }
            }
        }

        return held;
    }
}
