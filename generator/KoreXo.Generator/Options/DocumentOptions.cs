using KoreXo.OpenApi;

namespace KoreXo.Generator.Options;

/// <summary>What an <c>OpenApiSpec</c> item says about its document, as written.</summary>
internal sealed record DocumentOptions(
    string? Namespace,
    string? ClientName,
    string? Accessibility,
    EquatableArray<string> Operations,
    EquatableArray<string> Tags,
    string RootNamespace
)
{
    /// <summary>The formats whose values stay strings; <c>*</c> for all that can.</summary>
    public EquatableArray<string> StringFormats { get; init; }

    /// <summary>The files of changes that are made to the document before it is read, in their order.</summary>
    public EquatableArray<string> Overlays { get; init; }

    /// <summary>The extension of operations that has their scopes, or a path into it; null where the document says them itself.</summary>
    public string? ScopesFrom { get; init; }

    /// <summary>How operations are divided among clients: <c>Tag</c> or <c>None</c>, as written; null for the default.</summary>
    public string? Grouping { get; init; }

    /// <summary>What the item says that nobody reads.</summary>
    public EquatableArray<string> Mistakes { get; init; }
}
