using System.Text.Json.Nodes;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Manifests;

/// <summary>Chooses the scopes of a new manifest: for each need one alternative, taking what is chosen anyway where that suffices.</summary>
internal sealed class ManifestDraft(string[] preferredCredentials)
{
    private const string Schema = "https://raw.githubusercontent.com/korexo/korexo/main/docs/schemas/scopes.schema.json";

    private readonly SortedDictionary<string, SortedSet<string>> _scopes = new(StringComparer.Ordinal);

    /// <summary>Gets whether nothing is needed.</summary>
    public bool IsEmpty => _scopes.Count == 0;

    /// <summary>Adds what calls need.</summary>
    public void Add(IEnumerable<Requirement> needs)
    {
        // Those without a choice first, so that those with one can follow.
        foreach (var need in needs.Where(static need => !need.Needed.IsEmpty).OrderBy(static need => need.Needed.Length))
        {
            if (!need.Needed.Any(IsHeld))
            {
                var chosen = need.Needed.MinBy(Rank)!;
                Credential(chosen.Credential ?? "").UnionWith(chosen.Scopes);
            }
        }
    }

    /// <summary>Adds scopes that a library says it uses, on whichever credential.</summary>
    public void AddNamed(IEnumerable<string> scopes)
    {
        foreach (var scope in scopes.Where(scope => !_scopes.Values.Any(held => held.Contains(scope))))
        {
            Credential(preferredCredentials.Length > 0 ? preferredCredentials[0] : _scopes.Keys.FirstOrDefault("")).Add(scope);
        }
    }

    /// <summary>Writes the manifest.</summary>
    public string Write(string app)
    {
        var manifest = new JsonObject { ["$schema"] = Schema, ["app"] = app };
        if (_scopes.Keys.All(static kind => kind.Length == 0))
        {
            manifest["scopes"] = List(_scopes.GetValueOrDefault("") ?? []);
        }
        else
        {
            // A credential that fits every need would be a second way to hold the same; its scopes go to the first kind.
            if (_scopes.Remove("", out var any))
            {
                _scopes.First().Value.UnionWith(any);
            }

            manifest["credentials"] = new JsonObject(_scopes.Select(static held => KeyValuePair.Create<string, JsonNode?>(held.Key, List(held.Value))));
        }

        return JsonText.Write(manifest);
    }

    private static JsonArray List(IEnumerable<string> scopes) => [.. scopes.Select(static scope => (JsonNode)scope)];

    private bool IsHeld(ScopeAlternative alternative) => _scopes.Any(held =>
        (alternative.Credential is null || held.Key == alternative.Credential) && alternative.Scopes.All(held.Value.Contains));

    // A preferred credential, then one that the app has anyway, then the fewest scopes; the order of the document settles ties.
    private (int Preference, int IsNew, int Scopes) Rank(ScopeAlternative alternative)
    {
        var preference = alternative.Credential is null ? -1 : Array.IndexOf(preferredCredentials, alternative.Credential);
        return (preference < 0 ? preferredCredentials.Length : preference, alternative.Credential is null || _scopes.ContainsKey(alternative.Credential) ? 0 : 1, alternative.Scopes.Length);
    }

    private SortedSet<string> Credential(string kind)
    {
        if (!_scopes.TryGetValue(kind, out var scopes))
        {
            _scopes.Add(kind, scopes = new SortedSet<string>(StringComparer.Ordinal));
        }

        return scopes;
    }
}
