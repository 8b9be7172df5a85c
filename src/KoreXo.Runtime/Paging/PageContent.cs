using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>What one answer of a paged operation holds.</summary>
/// <param name="Items">The items.</param>
/// <param name="Fingerprint">A digest of the items' bytes, to tell a page that is sent twice.</param>
/// <param name="Body">What stands beside the items.</param>
internal sealed record PageContent<T>(IReadOnlyList<T> Items, byte[] Fingerprint, JsonElement Body)
{
    /// <summary>Gets the items that were skipped.</summary>
    public IReadOnlyList<UnreadableItem> Unreadable { get; init; } = [];

    /// <summary>Gets how many items the response holds, skipped ones included: by these the server counts.</summary>
    public int Count => Items.Count + Unreadable.Count;
}
