using System.Runtime.CompilerServices;

namespace KoreXo.DataTables;

/// <summary>A list of rows whose rows are converted as their pages are read.</summary>
internal sealed class TypedRows<T>(PagedResult<IReadOnlyDictionary<string, JsonAny>> rows, RowConverter<T> converter) : PagedResult<T>
{
    public override async IAsyncEnumerable<Page<T>> AsPages(
        string? continuation = null,
        int? pageSize = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var page in rows.AsPages(continuation, pageSize, cancellationToken).ConfigureAwait(false))
        {
            yield return new Page<T>([.. page.Items.Select(converter.FromColumns)], page.Continuation, page.Total, page.Body, page.Details);
        }
    }
}
