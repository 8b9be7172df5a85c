using System.Runtime.CompilerServices;

namespace KoreXo.Runtime;

/// <summary>The list of a paged operation. <see cref="PageProgress"/> contains every rule about its end.</summary>
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

    private async IAsyncEnumerable<Page<T>> Enumerate(PagePosition position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new PageProgress(fetcher.Paging);
        PagePosition? at = position;
        while (at is { } here)
        {
            var (content, details) = await FetchAsync(here, cancellationToken).ConfigureAwait(false);
            (var decision, at) = progress.Evaluate(here, content);
            if (decision == PageDecision.End)
            {
                yield break;
            }

            if (decision != PageDecision.Good)
            {
                throw fetcher.Contradicts(decision, details);
            }

            yield return new Page<T>(
                content.Items,
                at?.Encode(fetcher.Operation, fetcher.Signature),
                progress.Total(content.Body),
                content.Body,
                details,
                content.Unreadable
            );
        }
    }

    private async Task<(PageContent<T> Content, ResponseDetails Details)> FetchAsync(
        PagePosition position,
        CancellationToken cancellationToken
    )
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        try
        {
            return await fetcher.FetchAsync(position, skipsUnreadable, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (both.IsCancellationRequested)
        {
            // The caller knows its own tokens, not the linked one.
            throw new OperationCanceledException(fault.Message, fault, callToken.IsCancellationRequested ? callToken : cancellationToken);
        }
    }
}
