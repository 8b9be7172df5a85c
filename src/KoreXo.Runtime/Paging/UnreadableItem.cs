using System.Text.Json;

namespace KoreXo;

/// <summary>An item of a page that could not be read and was skipped, by <see cref="PagedResult{T}.SkipUnreadable"/>.</summary>
/// <param name="index">The index of the item on its page, from 0, counting all that the response holds.</param>
/// <param name="reason">Why it could not be read.</param>
/// <param name="value">The item as it was received.</param>
public sealed class UnreadableItem(int index, string reason, JsonElement value)
{
    /// <summary>Gets the index of the item on its page, from 0, counting all that the response holds.</summary>
    public int Index { get; } = index;

    /// <summary>
    /// Gets why the item could not be read: what was expected, the member, and the kind of value that was found. It never holds the
    /// value.
    /// </summary>
    public string Reason { get; } = reason ?? throw new ArgumentNullException(nameof(reason));

    /// <summary>Gets the item as it was received. It may hold secrets.</summary>
    public JsonElement Value { get; } = value;
}
