using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The content of one response of a paged operation.</summary>
/// <param name="Items">The items.</param>
/// <param name="Fingerprint">A digest of the items' bytes, to detect a page that is sent twice.</param>
/// <param name="Body">The rest of the response besides the items.</param>
internal sealed record PageContent<T>(IReadOnlyList<T> Items, UInt128 Fingerprint, JsonElement Body)
{
    /// <summary>Gets the items that were skipped.</summary>
    public IReadOnlyList<UnreadableItem> Unreadable { get; init; } = [];

    /// <summary>Gets the number of items in the response, including skipped ones: the server counts by these.</summary>
    public int Count => Items.Count + Unreadable.Count;
}
