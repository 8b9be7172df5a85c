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

    /// <summary>
    /// Gets the security schemes, where the API needs more than one: first that of <see cref="Authentication"/>, if there is one.
    /// </summary>
    public IReadOnlyList<ApiAuthentication> Schemes { get; init; } = [];

    /// <summary>
    /// Gets the credentials that an operation carries that names none itself: alternatives, each with one entry per scheme;
    /// <see langword="null"/> where that of <see cref="Authentication"/> is all.
    /// </summary>
    public ScopeRequirement[][]? Security { get; init; }

    /// <summary>Gets the scopes the API knows, with their other spellings and what they imply.</summary>
    public IReadOnlyList<KnownScope> KnownScopes { get; init; } = [];

    /// <summary>Gets the texts that mean "refused because of a rate limit", whatever the status.</summary>
    public IReadOnlyList<RateRefusal> Refusals { get; init; } = [];

    /// <summary>
    /// Gets the kinds of credential that the operations require; <see langword="null"/> when they require none by name, so that
    /// credentials may be called anything.
    /// </summary>
    public IReadOnlyList<string>? CredentialKinds { get; init; }

    /// <summary>Gets the names of the budgets that the operations draw on.</summary>
    public IReadOnlyList<string> Budgets { get; init; } = [];

    /// <summary>Gets the servers that the document names for the API as a whole, where operations have others.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>Gets the lookup over <see cref="KnownScopes"/>; built on first need, and harmlessly twice in a race.</summary>
    internal ScopeCatalog ScopeCatalog => _catalog ??= new ScopeCatalog(KnownScopes);

    /// <summary>Describes several APIs that are called alike, for a client that stands for all of them.</summary>
    /// <param name="name">The name for messages.</param>
    /// <param name="parts">The APIs; the credential goes where it goes in the first.</param>
    /// <returns>The description.</returns>
    public static ApiDescription Combine(string name, params ApiDescription[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new ApiDescription
        {
            Name = name,
            Authentication = parts.Length == 0 ? null : parts[0].Authentication,
            Schemes = parts.Length == 0 ? [] : parts[0].Schemes,
            Security = parts.Length == 0 ? null : parts[0].Security,
            KnownScopes =
            [
                .. parts
                    .SelectMany(static part => part.KnownScopes)
                    .GroupBy(static scope => scope.Name, StringComparer.Ordinal)
                    .Select(static same => Merge(same.Key, same)),
            ],
            Refusals = [.. parts.SelectMany(static part => part.Refusals).Distinct()],
            CredentialKinds = Array.Exists(parts, static part => part.CredentialKinds is null)
                ? null
                : [.. parts.SelectMany(static part => part.CredentialKinds!).Distinct(StringComparer.Ordinal)],
            Budgets = [.. parts.SelectMany(static part => part.Budgets).Distinct(StringComparer.Ordinal)],
        };
    }

    private static KnownScope Merge(string name, IEnumerable<KnownScope> same) =>
        new(
            name,
            [.. same.SelectMany(static scope => scope.Aliases).Distinct(StringComparer.Ordinal)],
            [.. same.SelectMany(static scope => scope.Implies).Distinct(StringComparer.Ordinal)]
        );
}
