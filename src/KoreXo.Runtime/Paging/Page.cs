using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="items">The items.</param>
/// <param name="continuation">The token to resume the list after this page; <see langword="null"/> on the last page.</param>
/// <param name="total">The total number of items, as reported by the server.</param>
/// <param name="body">The rest of the response besides the items.</param>
/// <param name="details">The details of the response.</param>
/// <param name="unreadable">The items that could not be read and were skipped.</param>
public sealed class Page<T>(
    IReadOnlyList<T> items,
    string? continuation = null,
    long? total = null,
    JsonElement body = default,
    ResponseDetails? details = null,
    IReadOnlyList<UnreadableItem>? unreadable = null
)
{
    /// <summary>Gets the items.</summary>
    public IReadOnlyList<T> Items { get; } = items ?? throw new ArgumentNullException(nameof(items));

    /// <summary>
    /// Gets the token to resume the list after this page, even in another process; <see langword="null"/> on the last page.
    /// </summary>
    public string? Continuation { get; } = continuation;

    /// <summary>Gets the total number of items, as reported by the server; <see langword="null"/> if it reports none.</summary>
    public long? Total { get; } = total;

    /// <summary>Gets the rest of the response besides the items; undefined if the response consists only of the items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Body { get; } = body;

    /// <summary>Gets the details of the response.</summary>
    public ResponseDetails? Details { get; } = details;

    /// <summary>
    /// Gets the items that could not be read and were skipped, see <see cref="PagedResult{T}.SkipUnreadable"/>; empty otherwise.
    /// </summary>
    public IReadOnlyList<UnreadableItem> Unreadable { get; } = unreadable ?? [];

    /// <summary>Gets the number of items that could not be read and were skipped.</summary>
    public int UnreadableCount => Unreadable.Count;

    /// <summary>Returns the number of items, and whether more follow.</summary>
    /// <returns>The string, without the items.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Items.Count} items{(Total is { } total ? $" of {total}" : "")}, {(Continuation is null ? "last page" : "more follow")}"
        );
}
