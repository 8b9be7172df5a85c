using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="items">The items.</param>
/// <param name="continuation">The text by which the list can be taken up after this page; <see langword="null"/> on the last.</param>
/// <param name="total">How many items the server says there are in all.</param>
/// <param name="body">What stands beside the items in the answer.</param>
/// <param name="details">What is known about the answer.</param>
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
    /// Gets the text by which the list can be taken up after this page, in another process too; <see langword="null"/> on the last page.
    /// </summary>
    public string? Continuation { get; } = continuation;

    /// <summary>Gets how many items the server says there are in all; <see langword="null"/> if it does not.</summary>
    public long? Total { get; } = total;

    /// <summary>Gets what stands beside the items in the answer; undefined when the answer is nothing but the items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Body { get; } = body;

    /// <summary>Gets what is known about the answer.</summary>
    public ResponseDetails? Details { get; } = details;

    /// <summary>
    /// Gets the items that could not be read and were skipped, by <see cref="PagedResult{T}.SkipUnreadable"/>; empty otherwise.
    /// </summary>
    public IReadOnlyList<UnreadableItem> Unreadable { get; } = unreadable ?? [];

    /// <summary>Gets the number of items that could not be read and were skipped.</summary>
    public int UnreadableCount => Unreadable.Count;

    /// <summary>Gets how many items the page has, and whether more follow.</summary>
    /// <returns>The text, without any item.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Items.Count} items{(Total is { } total ? $" of {total}" : "")}, {(Continuation is null ? "last page" : "more follow")}"
        );
}
