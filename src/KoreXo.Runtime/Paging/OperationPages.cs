using System.Runtime.CompilerServices;

namespace KoreXo.Runtime;

/// <summary>The list of a paged operation.</summary>
internal sealed class OperationPages<T>(PageFetcher<T> fetcher, PageStart start, CancellationToken callToken, bool skipsUnreadable = false)
    : PagedResult<T>
{
    public override PagedResult<T> SkipUnreadable() => new OperationPages<T>(fetcher, start, callToken, skipsUnreadable: true);

    public override IAsyncEnumerable<Page<T>> AsPages(
        string? continuation = null,
        int? pageSize = null,
        CancellationToken cancellationToken = default
    ) =>
        Enumerate(
            continuation is null
                ? PagePosition.Begin(fetcher.Paging, start, pageSize)
                : PagePosition.Continue(fetcher.Paging, fetcher.Operation, fetcher.Signature, continuation, pageSize),
            cancellationToken
        );

    /// <summary>Enumerates the items. Each is let go as it is handed out, and the page before the next one is read.</summary>
    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var walk = Begin(PagePosition.Begin(fetcher.Paging, start, pageSize: null));
        while (true)
        {
            var items = (await walk.NextAsync(cancellationToken).ConfigureAwait(false))?.Items;
            if (items is null)
            {
                yield break;
            }

            for (var index = 0; index < items.Count; index++)
            {
                var item = items[index];
                if (items is List<T> own)
                {
                    own[index] = default!;
                }

                yield return item;
            }

            items = null;
        }
    }

    private async IAsyncEnumerable<Page<T>> Enumerate(PagePosition position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = Begin(position);
        while (await walk.NextAsync(cancellationToken).ConfigureAwait(false) is { } content)
        {
            yield return walk.ToPage(content);
        }
    }

    private PageWalk<T> Begin(PagePosition position) => new(fetcher, position, skipsUnreadable, callToken);
}
