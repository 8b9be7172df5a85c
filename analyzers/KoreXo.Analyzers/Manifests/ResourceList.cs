using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>A list of scopes in a manifest.</summary>
/// <param name="Resource">The resource that they are held on; <see langword="null"/> for every resource.</param>
/// <param name="List">The JSON list.</param>
internal sealed record ResourceList(string? Resource, JsonValue List);
