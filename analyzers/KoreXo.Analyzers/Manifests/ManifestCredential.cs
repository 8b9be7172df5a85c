using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>The scopes that one credential of an app holds.</summary>
/// <param name="Kind">The kind of credential; "" for the one described by plain <c>"scopes"</c>, which matches every kind.</param>
/// <param name="Name">The range of the kind's name.</param>
/// <param name="Scopes">The scopes, in file order.</param>
/// <param name="List">The JSON list that contains them.</param>
internal sealed record ManifestCredential(string Kind, TextRange Name, IReadOnlyList<ScopeEntry> Scopes, JsonValue List);
