using KoreXo.Analyzers.Requirements;

namespace KoreXo.Cli.Scopes;

/// <summary>One of the alternatives of a call: scopes that one credential must hold together.</summary>
/// <param name="Credential">The kind of credential; <see langword="null"/> for any kind.</param>
/// <param name="Scopes">The scopes.</param>
/// <param name="IsConditional">Whether they are needed only for some arguments.</param>
/// <param name="Resource">The resource that they are needed on; <see langword="null"/> for every resource.</param>
internal sealed record ReportedNeed(string? Credential, IReadOnlyList<string> Scopes, bool IsConditional, string? Resource = null)
{
    public static ReportedNeed From(ScopeAlternative alternative) =>
        new(alternative.Credential, alternative.Scopes, alternative.IsConditional, alternative.ResourceName);

    /// <summary>Gets each scope, on its credential and resource.</summary>
    public IEnumerable<ScopeOnCredential> All => Scopes.Select(scope => new ScopeOnCredential(Credential, scope, Resource));
}
