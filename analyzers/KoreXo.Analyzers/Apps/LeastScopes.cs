using System.Collections.Immutable;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Apps;

/// <summary>
/// Chooses scopes that satisfy every requirement: one alternative for each, on one kind of credential, with as few scopes in total as
/// possible. For example, if one call accepts <c>a</c> or <c>b</c> and another needs <c>b</c>, the result is <c>b</c> alone.
/// </summary>
internal sealed class LeastScopes
{
    /// <summary>The kind that lists the scopes that any credential may hold.</summary>
    public const string AnyKind = "";

    private readonly ScopeCatalog _catalog;
    private readonly IReadOnlyList<string> _preferredKinds;
    private readonly List<List<Choice>> _needs;
    private readonly SortedDictionary<string, SortedSet<string>> _chosen = new(StringComparer.Ordinal);

    private LeastScopes(IEnumerable<Requirement> needs, ScopeCatalog catalog, IReadOnlyList<string> preferredKinds)
    {
        _catalog = catalog;
        _preferredKinds = preferredKinds;

        // The result must not depend on the order in which code was analyzed.
        _needs =
        [
            .. needs
                .Where(static need => !need.Needed.IsEmpty)
                .Select(need => need.Needed.Select(alternative => new Choice(alternative, catalog)).ToList())
                .GroupBy(static choices => string.Join("\n", choices.Select(static choice => choice.Key)), StringComparer.Ordinal)
                .OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => group.First()),
        ];
    }

    /// <summary>Chooses the scopes.</summary>
    /// <param name="needs">The requirements of calls.</param>
    /// <param name="named">Scopes that are needed on any credential; each may be a <see cref="ResourceScope"/>.</param>
    /// <param name="catalog">The known scopes.</param>
    /// <param name="preferredKinds">The kinds of credential to prefer where a call accepts several, in order of preference.</param>
    /// <returns>The scopes by kind of credential, sorted; each may be a <see cref="ResourceScope"/>.</returns>
    public static IReadOnlyDictionary<string, SortedSet<string>> Choose(
        IEnumerable<Requirement> needs,
        IEnumerable<string> named,
        ScopeCatalog catalog,
        params IReadOnlyList<string> preferredKinds
    )
    {
        var least = new LeastScopes(needs, catalog, preferredKinds);
        least.MeetNeeds();
        least.RemoveSpare();
        least.AddNamed(named);
        return least._chosen;
    }

    private void MeetNeeds()
    {
        // Requirements without a choice come first, so that those with alternatives can reuse their scopes.
        foreach (
            var only in _needs
                .Where(static need => need.Count == 1)
                .Select(static need => need[0])
                .OrderBy(static choice => choice.Kind.Length == 0)
        )
        {
            Take(only);
        }

        // The smallest set of scopes is a set cover, for which no fast exact method is known, so each round takes the choice that costs
        // the fewest new scopes for each requirement that it meets. Preferred kinds of credential come before all others, and of two
        // equal choices one on a credential that is in use already is better. RemoveSpare drops what later rounds have made redundant.
        while (_needs.Where(need => !need.Any(IsHeld)).ToList() is { Count: > 0 } open)
        {
            Take(
                open.SelectMany(static need => need)
                    .OrderBy(Preference)
                    .ThenBy(choice => Lacking(choice) / (double)open.Count(need => need.Any(other => other.IsMetBy(choice))))
                    .ThenBy(choice => _chosen.ContainsKey(choice.Kind) ? 0 : 1)
                    .ThenByDescending(choice => _needs.Count(need => need.Any(other => other.Kind == choice.Kind)))
                    .First()
            );
        }
    }

    // Scopes chosen for one requirement may be redundant after others were chosen.
    private void RemoveSpare()
    {
        foreach (var kind in _chosen.Keys.ToList())
        {
            foreach (var scope in _chosen[kind].ToList())
            {
                _chosen[kind].Remove(scope);
                if (!_needs.TrueForAll(need => need.Any(IsHeld)))
                {
                    _chosen[kind].Add(scope);
                }
            }

            if (_chosen[kind].Count == 0)
            {
                _chosen.Remove(kind);
            }
        }
    }

    private void AddNamed(IEnumerable<string> named)
    {
        foreach (
            var scope in named
                .Select(_catalog.Canonical)
                .Where(scope => !_chosen.Values.Any(held => ResourceScope.IsHeld(_catalog.Expand(held), scope)))
        )
        {
            Kind(_preferredKinds.Count > 0 ? _preferredKinds[0] : AnyKind).Add(scope);
        }
    }

    private void Take(Choice choice)
    {
        if (!IsHeld(choice))
        {
            Kind(choice.Kind).UnionWith(choice.Scopes);
        }
    }

    private bool IsHeld(Choice choice) =>
        choice.Kind == AnyKind
            ? _chosen.Values.Any(held => choice.IsHeldIn(_catalog.Expand(held)))
            : _chosen.TryGetValue(choice.Kind, out var held) && choice.IsHeldIn(_catalog.Expand(held));

    private int Lacking(Choice choice) =>
        _chosen.TryGetValue(choice.Kind, out var held) ? choice.LackingIn(_catalog.Expand(held)) : choice.Scopes.Count;

    private int Preference(Choice choice)
    {
        for (var at = 0; at < _preferredKinds.Count; at++)
        {
            if (_preferredKinds[at] == choice.Kind)
            {
                return at;
            }
        }

        return _preferredKinds.Count;
    }

    private SortedSet<string> Kind(string kind)
    {
        if (!_chosen.TryGetValue(kind, out var scopes))
        {
            _chosen.Add(kind, scopes = new SortedSet<string>(StringComparer.Ordinal));
        }

        return scopes;
    }

    private sealed class Choice(ScopeAlternative alternative, ScopeCatalog catalog)
    {
        public string Kind { get; } = alternative.Credential ?? AnyKind;

        public SortedSet<string> Scopes { get; } = new(alternative.Named.Select(catalog.Canonical), StringComparer.Ordinal);

        public string Key => field ??= $"{Kind}\t{string.Join("\t", Scopes)}";

        public bool IsMetBy(Choice other) => (Kind == AnyKind || Kind == other.Kind) && IsHeldIn(catalog.Expand(other.Scopes));

        public bool IsHeldIn(ImmutableHashSet<string> held) => LackingIn(held) == 0;

        public int LackingIn(ImmutableHashSet<string> held) => Scopes.Count(scope => !ResourceScope.IsHeld(held, scope));
    }
}
