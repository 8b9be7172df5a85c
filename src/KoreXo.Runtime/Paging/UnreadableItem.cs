using System.Text.Json;

namespace KoreXo;

/// <summary>An item of a page that could not be read and was skipped, see <see cref="PagedResult{T}.SkipUnreadable"/>.</summary>
/// <param name="index">The zero-based index of the item on its page, counting all items in the response.</param>
/// <param name="reason">Why it could not be read.</param>
/// <param name="value">The item as it was received.</param>
public sealed class UnreadableItem(int index, string reason, JsonElement value)
{
    /// <summary>Gets the zero-based index of the item on its page, counting all items in the response.</summary>
    public int Index { get; } = index;

    /// <summary>
    /// Gets why the item could not be read: what was expected, the member, and the kind of value that was found. It never contains the
    /// value.
    /// </summary>
    public string Reason { get; } = reason ?? throw new ArgumentNullException(nameof(reason));

    /// <summary>Gets the item as it was received. It may contain secrets.</summary>
    public JsonElement Value { get; } = value;
}
