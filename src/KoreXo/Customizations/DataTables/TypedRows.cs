using System.Runtime.CompilerServices;

namespace KoreXo.DataTables;

/// <summary>A list of rows whose rows are converted as their pages are read.</summary>
internal sealed class TypedRows<T>(
    PagedResult<IReadOnlyDictionary<string, JsonAny>> rows,
    RowConverter<T> converter,
    bool skipsUnreadable = false
) : PagedResult<T>
{
    public override PagedResult<T> SkipUnreadable() => new TypedRows<T>(rows.SkipUnreadable(), converter, skipsUnreadable: true);

    public override async IAsyncEnumerable<Page<T>> AsPages(
        string? continuation = null,
        int? pageSize = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var page in rows.AsPages(continuation, pageSize, cancellationToken).ConfigureAwait(false))
        {
            var items = new List<T>(page.Items.Count);
            var unreadable = new List<UnreadableItem>(page.Unreadable);
            var skipped = page.Unreadable.Select(static item => item.Index).ToHashSet();
            var index = -1;
            foreach (var row in page.Items)
            {
                // The index counts all that the response holds, so also what was skipped before a row became a row.
                index++;
                while (skipped.Contains(index))
                {
                    index++;
                }

                if (converter.TryRead(row, out var item, out var failure))
                {
                    items.Add(item);
                }
                else if (skipsUnreadable)
                {
                    unreadable.Add(new UnreadableItem(index, failure.Message, RowConverter<T>.ToJson(row)));
                }
                else
                {
                    throw RowConverter<T>.Unreadable(index, failure);
                }
            }

            unreadable.Sort(static (first, second) => first.Index.CompareTo(second.Index));
            yield return new Page<T>(items, page.Continuation, page.Total, page.Body, page.Details, unreadable);
        }
    }
}
