using System.Text.Json.Nodes;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Files;

/// <summary>Creates a new manifest.</summary>
/// <param name="scopes">The scopes, by kind of credential.</param>
internal sealed class ManifestDraft(IReadOnlyDictionary<string, SortedSet<string>> scopes)
{
    private const string Schema = "https://raw.githubusercontent.com/korexo/korexo/main/docs/schemas/scopes.schema.json";

    /// <summary>Returns the manifest as JSON.</summary>
    public string Write(string app)
    {
        var manifest = new JsonObject { ["$schema"] = Schema, ["app"] = app };
        var kinds = scopes.Where(static held => held.Key != LeastScopes.AnyKind).ToList();
        var any = scopes.GetValueOrDefault(LeastScopes.AnyKind) ?? [];
        if (kinds.Count == 0)
        {
            manifest["scopes"] = List(any.Select(ResourceScope.Scope).Distinct(StringComparer.Ordinal));
        }
        else
        {
            // A list for any kind would be a second place for the same scopes, so they are added to the first kind.
            manifest["credentials"] = new JsonObject(
                kinds.Select(
                    (held, at) =>
                        KeyValuePair.Create<string, JsonNode?>(
                            held.Key,
                            Grants(at == 0 ? held.Value.Union(any, StringComparer.Ordinal).Order(StringComparer.Ordinal) : held.Value)
                        )
                )
            );
        }

        return JsonText.Write(manifest);
    }

    // Only what is needed for one resource needs a list for each.
    private static JsonNode Grants(IEnumerable<string> names)
    {
        var lists = names
            .GroupBy(static name => ResourceScope.Resource(name) ?? ResourceScope.Everywhere, ResourceScope.Scope, StringComparer.Ordinal)
            .OrderBy(static list => list.Key, StringComparer.Ordinal)
            .ToList();
        return lists is [{ Key: ResourceScope.Everywhere } only]
            ? List(only)
            : new JsonObject(lists.Select(static list => KeyValuePair.Create<string, JsonNode?>(list.Key, List(list))));
    }

    private static JsonArray List(IEnumerable<string> scopes) => [.. scopes.Select(static scope => (JsonNode)scope)];
}
