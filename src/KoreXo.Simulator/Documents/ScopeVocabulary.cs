using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>The scopes defined in the documents, with their aliases and implied scopes.</summary>
internal sealed class ScopeVocabulary
{
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _implied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _byCredential = new(StringComparer.Ordinal);

    // Required of any credential.
    private readonly HashSet<string> _byAny = new(StringComparer.Ordinal);

    /// <summary>Gets the kinds of credential that at least one operation accepts.</summary>
    public IReadOnlyCollection<string> Credentials => _byCredential.Keys;

    public void AddKnown(IEnumerable<KnownScope> known)
    {
        foreach (var scope in known)
        {
            _canonical[scope.Name] = scope.Name;
            foreach (var alias in scope.Aliases)
            {
                _canonical.TryAdd(alias, scope.Name);
            }

            if (!_implied.TryGetValue(scope.Name, out var implied))
            {
                _implied[scope.Name] = implied = new HashSet<string>(StringComparer.Ordinal);
            }

            implied.UnionWith(scope.Implies);
        }
    }

    /// <summary>Adds the scopes that an operation requires.</summary>
    public void AddUsed(ScopeAlternative alternative)
    {
        var scopes = alternative.Credential is { } credential ? Of(credential) : _byAny;
        foreach (var scope in alternative.Scopes)
        {
            _canonical.TryAdd(scope, scope);
            scopes.Add(Canonical(scope));
        }
    }

    public bool Knows(string scope) => _canonical.ContainsKey(scope);

    /// <summary>Returns the canonical spelling of a scope; an unknown scope is returned unchanged.</summary>
    public string Canonical(string scope) => _canonical.GetValueOrDefault(scope, scope);

    /// <summary>Returns every scope that an operation requires of a kind of credential, in ordinal order.</summary>
    public IReadOnlyList<string> AllOf(string credential) =>
        [.. _byCredential.GetValueOrDefault(credential, _byAny).Union(_byAny, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // A scope may imply others, which imply more, and two may imply each other. Each is expanded once, when it is first found.
    /// <summary>Returns the scopes in canonical spelling and everything that they imply.</summary>
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

    private HashSet<string> Of(string credential)
    {
        if (!_byCredential.TryGetValue(credential, out var scopes))
        {
            _byCredential[credential] = scopes = new HashSet<string>(StringComparer.Ordinal);
        }

        return scopes;
    }
}
