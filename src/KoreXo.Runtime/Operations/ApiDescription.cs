using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What all operations of an API document have in common. Emitted once per document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDescription
{
    private ScopeCatalog? _catalog;

    /// <summary>Gets the name of the API, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>Gets where the credential is sent; <see langword="null"/> if the API requires none.</summary>
    public ApiAuthentication? Authentication { get; init; }

    /// <summary>
    /// Gets the security schemes if the API has more than one: first that of <see cref="Authentication"/>, if there is one.
    /// </summary>
    public IReadOnlyList<ApiAuthentication> Schemes { get; init; } = [];

    /// <summary>
    /// Gets the credentials of operations that do not declare their own: alternatives, each with one entry per scheme;
    /// <see langword="null"/> if that of <see cref="Authentication"/> is the only one.
    /// </summary>
    public ScopeRequirement[][]? Security { get; init; }

    /// <summary>Gets the scopes that the API defines, with their aliases and what they imply.</summary>
    public IReadOnlyList<KnownScope> KnownScopes { get; init; } = [];

    /// <summary>Gets the messages that mean "rate limited", whatever the status.</summary>
    public IReadOnlyList<RateRefusal> Refusals { get; init; } = [];

    /// <summary>
    /// Gets the kinds of credential that the operations require; <see langword="null"/> if they name none, so that credentials may have any
    /// name.
    /// </summary>
    public IReadOnlyList<string>? CredentialKinds { get; init; }

    /// <summary>Gets the names of the budgets that the operations draw on.</summary>
    public IReadOnlyList<string> Budgets { get; init; } = [];

    /// <summary>Gets the servers that the document declares for the API as a whole, if operations have others.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>
    /// Gets the lookup over <see cref="KnownScopes"/>; created when first needed. Creating it twice in a race is harmless.
    /// </summary>
    internal ScopeCatalog ScopeCatalog => _catalog ??= new ScopeCatalog(KnownScopes);

    /// <summary>Describes several APIs that are called the same way, for a client of all of them.</summary>
    /// <param name="name">The name for messages.</param>
    /// <param name="parts">The APIs; the credential is sent where the first one expects it.</param>
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
