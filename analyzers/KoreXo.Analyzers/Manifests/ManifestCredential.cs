using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>What one credential of an app holds.</summary>
/// <param name="Kind">The kind of credential; "" for the one that plain <c>"scopes"</c> describes, which is of every kind.</param>
/// <param name="Name">Where the kind is named.</param>
/// <param name="Scopes">The scopes in the order of the file.</param>
/// <param name="List">Where they stand.</param>
internal sealed record ManifestCredential(string Kind, TextRange Name, IReadOnlyList<ScopeEntry> Scopes, JsonValue List);
