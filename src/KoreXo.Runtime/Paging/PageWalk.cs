namespace KoreXo.Runtime;

/// <summary>
/// One enumeration of a list: fetches one page after another. It holds none of them, so that a page can be collected while the next one is
/// read. <see cref="PageProgress"/> contains every rule about its end.
/// </summary>
internal sealed class PageWalk<T>(PageFetcher<T> fetcher, PagePosition start, bool skipsUnreadable, CancellationToken callToken)
{
    private readonly PageProgress _progress = new(fetcher.Paging);
    private readonly KeptBuffer _buffer = new();
    private PagePosition? _at = start;
    private ResponseDetails? _details;
    private int _count;

    /// <summary>Fetches the next page; <see langword="null"/> at the end.</summary>
    public async Task<PageContent<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_at is not { } here)
        {
            return null;
        }

        _details = new ResponseDetails();
        var content = await FetchAsync(here, _details, cancellationToken).ConfigureAwait(false);
        _count = content.Items.Count;
        (var decision, _at) = _progress.Evaluate(here, content);
        return decision switch
        {
            PageDecision.End => null,
            PageDecision.Good => content,
            _ => throw fetcher.Contradicts(decision, _details),
        };
    }

    /// <summary>Creates the page of the content that was fetched last.</summary>
    public Page<T> ToPage(PageContent<T> content) =>
        new(
            content.Items,
            _at?.Encode(fetcher.Operation, fetcher.Signature),
            _progress.Total(content.Body),
            content.Body,
            _details,
            content.Unreadable
        );

    private async Task<PageContent<T>> FetchAsync(PagePosition position, ResponseDetails details, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        try
        {
            var reading = new PageReading(_buffer, _count, skipsUnreadable);
            return await fetcher.FetchAsync(position, reading, details, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (both.IsCancellationRequested)
        {
            // The caller knows its own tokens, not the linked one.
            throw new OperationCanceledException(fault.Message, fault, callToken.IsCancellationRequested ? callToken : cancellationToken);
        }
    }
}
