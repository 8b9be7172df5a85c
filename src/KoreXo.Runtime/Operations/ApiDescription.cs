using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What is true for every operation of one API document. Emitted once per document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDescription
{
    private ScopeCatalog? _catalog;

    /// <summary>Gets the name of the API, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where the credential goes; <see langword="null"/> when the API takes none.</summary>
    public ApiAuthentication? Authentication { get; init; }

    /// <summary>Gets the scopes the API knows, with their other spellings and what they imply.</summary>
    public IReadOnlyList<KnownScope> KnownScopes { get; init; } = [];

    /// <summary>Gets the texts that mean "refused because of a rate limit", whatever the status.</summary>
    public IReadOnlyList<RateRefusal> Refusals { get; init; } = [];

    /// <summary>Gets the lookup over <see cref="KnownScopes"/>; built on first need, and harmlessly twice in a race.</summary>
    internal ScopeCatalog ScopeCatalog => _catalog ??= new ScopeCatalog(KnownScopes);
}
