using KoreXo.Analyzers.Requirements;

namespace KoreXo.Cli.Scopes;

/// <summary>A scope and the kind of credential that holds or should hold it.</summary>
/// <param name="Credential">The kind; "" for the one credential of a plain manifest, <see langword="null"/> for any kind.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Resource">The resource that it is held or needed on; <see langword="null"/> for every resource.</param>
internal sealed record ScopeOnCredential(string? Credential, string Scope, string? Resource = null)
{
    /// <summary>Creates the scope from its name in the analysis.</summary>
    public static ScopeOnCredential From(string? credential, string name) =>
        new(credential, ResourceScope.Scope(name), ResourceScope.Resource(name));

    /// <summary>Returns whether what is held on one resource, or on every one, includes another.</summary>
    public static bool Covers(string? held, string? needed) => held is null || held == needed;
}
