using System.Collections.Immutable;
using KoreXo.Naming;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Requirements;

/// <summary>All scopes that the referenced APIs publish: canonical spelling, aliases, and implied scopes.</summary>
internal sealed class ScopeCatalog
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _implied = new(StringComparer.Ordinal);

    private readonly Lazy<SimilarNames> _similar;

    public ScopeCatalog(Compilation compilation, AnnotatedAssemblies assemblies)
    {
        _similar = new(() => new SimilarNames(_names.Concat(_aliases.Keys)));
        if (assemblies.IsEmpty)
        {
            return;
        }

        foreach (var assembly in assemblies.References.Insert(0, compilation.Assembly))
        {
            foreach (var attribute in ScopeAttributes.Of(assembly, ScopeAttributes.KnownScope))
            {
                Add(attribute);
            }
        }
    }

    /// <summary>Gets a value indicating whether no API publishes its scopes, so that none can be reported as unknown.</summary>
    public bool IsEmpty => _names.Count == 0;

    public bool Knows(string scope) => _names.Contains(scope) || _aliases.ContainsKey(scope);

    /// <summary>Returns the spelling that was probably meant.</summary>
    public string? Closest(string scope) => _similar.Value.Closest(scope);

    /// <summary>
    /// Returns the canonical spelling; an unknown scope is returned unchanged. The scope may be a <see cref="ResourceScope"/>.
    /// </summary>
    public string Canonical(string scope) =>
        ResourceScope.Resource(scope) is { } resource
            ? ResourceScope.Create(Spelling(ResourceScope.Scope(scope)), resource)
            : Spelling(scope);

    /// <summary>Returns the scopes and everything that they imply on the same resource, in canonical spelling.</summary>
    public ImmutableHashSet<string> Expand(IEnumerable<string> scopes)
    {
        var held = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        var open = new Stack<string>(scopes);
        while (open.Count > 0)
        {
            var scope = Canonical(open.Pop());
            if (held.Add(scope) && _implied.TryGetValue(ResourceScope.Scope(scope), out var implied))
            {
                var resource = ResourceScope.Resource(scope);
                foreach (var further in implied)
                {
                    open.Push(ResourceScope.Create(further, resource));
                }
            }
        }

        return held.ToImmutable();
    }

    private string Spelling(string scope) => !_names.Contains(scope) && _aliases.TryGetValue(scope, out var name) ? name : scope;

    private void Add(AttributeData attribute)
    {
        if (ScopeAttributes.Strings(attribute) is not [var name, ..])
        {
            return;
        }

        _names.Add(name);
        foreach (var alias in ScopeAttributes.NamedStrings(attribute, "Aliases"))
        {
            if (!_aliases.ContainsKey(alias))
            {
                _aliases.Add(alias, name);
            }
        }

        var implied = ScopeAttributes.NamedStrings(attribute, "Implies");
        _implied[name] = _implied.TryGetValue(name, out var known) ? known.AddRange(implied) : implied;
    }
}
