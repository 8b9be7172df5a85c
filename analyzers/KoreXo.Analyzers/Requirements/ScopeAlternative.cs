using System.Collections.Immutable;

namespace KoreXo.Analyzers.Requirements;

/// <summary>One <c>[RequiresScopes]</c>: scopes that one credential must hold together.</summary>
/// <param name="Scopes">The scopes as written.</param>
/// <param name="Credential">The kind of credential that must hold them; <see langword="null"/> for any kind.</param>
/// <param name="IsConditional">Whether the scopes are needed only for some arguments.</param>
internal sealed record ScopeAlternative(ImmutableArray<string> Scopes, string? Credential, bool IsConditional)
{
    /// <summary>Gets the ordinal of the parameter that names the resource of a call; <see langword="null"/> if none does.</summary>
    public int? Parameter { get; init; }

    /// <summary>
    /// Gets the resource that the scopes are needed on, which may be a <see cref="ResourceVariable"/>; <see langword="null"/> for every
    /// resource.
    /// </summary>
    public string? Resource { get; init; }

    /// <summary>Gets the name of the resource; <see langword="null"/> if it is every resource, or not known.</summary>
    public string? ResourceName => ResourceVariable.Is(Resource) ? null : Resource;

    /// <summary>Gets the scopes on their resource, as sets of held scopes have them.</summary>
    public IEnumerable<string> Required => Scopes.Select(scope => ResourceScope.Create(scope, Resource));

    /// <summary>Gets the scopes on their resource, or on every resource if its name is not known.</summary>
    public IEnumerable<string> Named => Scopes.Select(scope => ResourceScope.Create(scope, ResourceName));
}
