using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>A scope as listed in a manifest.</summary>
internal sealed record ScopeEntry(string Scope, TextRange Range);
