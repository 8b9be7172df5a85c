using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>Describes how an operation pages. Emitted once per paged operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PagingDescriptor
{
    private JsonPointer? _items;

    /// <summary>Gets the kind of position that pages have.</summary>
    public required PagingStyle Style { get; init; }

    /// <summary>Gets the part of the request that carries position and page size.</summary>
    public required PagingLocation In { get; init; }

    /// <summary>Gets the query parameter, or the member of the body (a name or a JSON pointer), for the position.</summary>
    public string? Position { get; init; }

    /// <summary>Gets the query parameter, or the member of the body (a name or a JSON pointer), for the page size.</summary>
    public string? Size { get; init; }

    /// <summary>Gets the position of the first page.</summary>
    public int Start { get; init; }

    /// <summary>Gets the largest page size that the server allows; requested unless the caller requests less.</summary>
    public int? MaxSize { get; init; }

    /// <summary>Gets the page size that is requested unless the caller requests another; by default <see cref="MaxSize"/>.</summary>
    public int? DefaultSize { get; init; }

    /// <summary>
    /// Gets the location of the items in the response: a JSON pointer; <c>"/"</c> or empty if the response itself is the array; <c>"*"</c>
    /// if they are the members of the response that <see cref="Beside"/> does not list.
    /// </summary>
    public required string Items { get; init; }

    /// <summary>Gets the members of the response that are not items, if <see cref="Items"/> is <c>"*"</c>.</summary>
    public string[] Beside { get; init; } = [];

    /// <summary>Gets a value indicating whether position and page size are written as strings; only in a body.</summary>
    public bool AsText { get; init; }

    /// <summary>Gets a value indicating whether the response may be an item instead of an array of one.</summary>
    public bool AllowsSingleItem { get; init; }

    /// <summary>
    /// Gets the location in the response that says whether there are more pages; for <see cref="PagingStyle.Cursor"/>, the position of the
    /// next page.
    /// </summary>
    public string? More { get; init; }

    /// <summary>Gets the location in the response of the total number of items.</summary>
    public string? Total { get; init; }

    internal bool IsKeyed => Items == "*";

    // Stryker disable once Assignment : it is parsed once only to save time
    internal JsonPointer ItemsPointer => _items ??= JsonPointer.Parse(Items == "/" ? "" : Items);
}
