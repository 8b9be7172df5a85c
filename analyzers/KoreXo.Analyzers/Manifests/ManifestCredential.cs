using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>The scopes that one credential of an app holds.</summary>
/// <param name="Kind">The kind of credential; "" for the one described by plain <c>"scopes"</c>, which matches every kind.</param>
/// <param name="Name">The range of the kind's name.</param>
/// <param name="Scopes">The scopes, in file order.</param>
/// <param name="Value">The JSON list that contains them, or the object with a list for each resource.</param>
/// <param name="Lists">The lists.</param>
internal sealed record ManifestCredential(
    string Kind,
    TextRange Name,
    IReadOnlyList<ScopeEntry> Scopes,
    JsonValue Value,
    IReadOnlyList<ResourceList> Lists
)
{
    /// <summary>Gets a value indicating whether scopes are listed for each resource separately.</summary>
    public bool IsPerResource => Value.Kind == JsonKind.Object;
}
