using KoreXo.OpenApi;

namespace KoreXo.Generator.Options;

/// <summary>The settings of an <c>OpenApiSpec</c> item, as written.</summary>
internal sealed record DocumentOptions(
    string? Namespace,
    string? ClientName,
    string? Accessibility,
    EquatableArray<string> Operations,
    EquatableArray<string> Tags,
    string RootNamespace
)
{
    /// <summary>Gets the formats whose values stay strings; <c>*</c> for all possible ones.</summary>
    public EquatableArray<string> StringFormats { get; init; }

    /// <summary>Gets the overlay files that are applied to the document before it is read, in order.</summary>
    public EquatableArray<string> Overlays { get; init; }

    /// <summary>
    /// Gets the operation extension that contains the scopes, or a path into it; null if the document states them itself.
    /// </summary>
    public string? ScopesFrom { get; init; }

    /// <summary>Gets the division of operations among clients: <c>Tag</c> or <c>None</c>, as written; null for the default.</summary>
    public string? Grouping { get; init; }

    /// <summary>
    /// Gets the name of the method that registers the client, where <c>*</c> is its name without suffix; null for the default.
    /// </summary>
    public string? Registration { get; init; }

    /// <summary>Gets the settings of the item that do not exist, each with the one that was probably intended.</summary>
    public EquatableArray<(string Wrong, string Right)> Mistakes { get; init; }
}
