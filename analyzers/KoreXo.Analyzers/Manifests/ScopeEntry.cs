using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Manifests;

/// <summary>A scope as listed in a manifest.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Range">Where it is listed.</param>
/// <param name="Resource">The resource that it is held on; <see langword="null"/> for every resource.</param>
internal sealed record ScopeEntry(string Scope, TextRange Range, string? Resource = null)
{
    /// <summary>Gets the scope on its resource.</summary>
    public string Name => ResourceScope.Create(Scope, Resource);
}
