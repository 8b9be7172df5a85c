using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>A scope as it stands in a manifest.</summary>
internal sealed record ScopeEntry(string Scope, TextRange Range);
