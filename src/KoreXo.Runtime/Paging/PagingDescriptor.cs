using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>How an operation pages. Emitted once per paged operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PagingDescriptor
{
    private JsonPointer? _items;

    /// <summary>Gets what the position of a page is.</summary>
    public required PagingStyle Style { get; init; }

    /// <summary>Gets the part of the request that carries position and size.</summary>
    public required PagingLocation In { get; init; }

    /// <summary>Gets the query parameter, or the member of the body (a name or a JSON pointer), for the position.</summary>
    public string? Position { get; init; }

    /// <summary>Gets the query parameter, or the member of the body (a name or a JSON pointer), for the size.</summary>
    public string? Size { get; init; }

    /// <summary>Gets the position of the first page.</summary>
    public int Start { get; init; }

    /// <summary>Gets the largest size that the server allows; asked for unless the caller asks for less.</summary>
    public int? MaxSize { get; init; }

    /// <summary>
    /// Gets the place of the items in the answer: a JSON pointer; <c>"/"</c> or empty = the answer itself is the array, <c>"*"</c> = the
    /// members of the answer that <see cref="Beside"/> does not name.
    /// </summary>
    public required string Items { get; init; }

    /// <summary>Gets the members of the answer that are no items, where <see cref="Items"/> is <c>"*"</c>.</summary>
    public string[] Beside { get; init; } = [];

    /// <summary>Gets whether position and size are written as texts; only in a body.</summary>
    public bool AsText { get; init; }

    /// <summary>
    /// Gets the place in the answer that says whether there are more pages; of <see cref="PagingStyle.Cursor"/>, the position of the next
    /// page.
    /// </summary>
    public string? More { get; init; }

    /// <summary>Gets the place of the total number of items in the answer.</summary>
    public string? Total { get; init; }

    internal bool IsKeyed => Items == "*";

    internal JsonPointer ItemsPointer => _items ??= JsonPointer.Parse(Items == "/" ? "" : Items);
}
