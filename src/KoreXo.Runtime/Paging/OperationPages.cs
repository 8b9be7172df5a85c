using System.Runtime.CompilerServices;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The list of a paged operation. Every rule about its end is here, so that a server that lies cannot keep a caller forever.</summary>
internal sealed class OperationPages<T>(PageFetcher<T> fetcher, PageStart start, CancellationToken callToken) : PagedResult<T>
{
    private readonly JsonPointer? _more = fetcher.Paging.More is { } more ? JsonPointer.Parse(more) : null;
    private readonly JsonPointer? _total = fetcher.Paging.Total is { } total ? JsonPointer.Parse(total) : null;

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuation = null, int? pageSize = null, CancellationToken cancellationToken = default) =>
        Enumerate(
            continuation is null
                ? PagePosition.Begin(fetcher.Paging, start, pageSize)
                : PagePosition.Continue(fetcher.Paging, fetcher.Operation, continuation, pageSize),
            cancellationToken);

    private async IAsyncEnumerable<Page<T>> Enumerate(PagePosition position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[]? before = null;
        for (PagePosition? at = position; at is { } here;)
        {
            var (content, details) = await FetchAsync(here, cancellationToken).ConfigureAwait(false);
            var isFirst = before is null;
            if (!isFirst && content.Items.Count == 0)
            {
                yield break;
            }

            at = Next(here, content);
            if (!isFirst && at is not null && content.Fingerprint.AsSpan().SequenceEqual(before))
            {
                if (here.Size is null && _more is null)
                {
                    yield break; // a server that knows no pages gives all it has, each time
                }

                throw fetcher.Repeats(details);
            }

            before = content.Fingerprint;
            yield return new Page<T>(content.Items, at?.Encode(fetcher.Operation), Total(content.Body), content.Body, details);
        }
    }

    private async Task<(PageContent<T> Content, ResponseDetails Details)> FetchAsync(PagePosition position, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled || cancellationToken == callToken)
        {
            return await fetcher.FetchAsync(position, callToken).ConfigureAwait(false);
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        try
        {
            return await fetcher.FetchAsync(position, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (both.IsCancellationRequested)
        {
            // The caller knows its own tokens, not the one that joins them.
            throw new OperationCanceledException(fault.Message, fault, callToken.IsCancellationRequested ? callToken : cancellationToken);
        }
    }

    private PagePosition? Next(PagePosition here, PageContent<T> content)
    {
        if (content.Items.Count == 0)
        {
            return null;
        }

        var more = Find(_more, content.Body);
        if (fetcher.Paging.Style == PagingStyle.Cursor)
        {
            var cursor = more is { ValueKind: JsonValueKind.String or JsonValueKind.Number } next ? next.ToString() : "";
            return cursor.Length == 0 ? null : here with { Cursor = cursor };
        }

        // Without a position there is no way to ask for another page.
        if (fetcher.Paging.Position is null || !(Flag(more) ?? !(content.Items.Count < here.Size)))
        {
            return null;
        }

        return here with { Number = here.Number + (fetcher.Paging.Style == PagingStyle.Page ? 1 : content.Items.Count) };
    }

    private long? Total(JsonElement body) => Find(_total, body) switch
    {
        { ValueKind: JsonValueKind.Number } total when total.TryGetInt64(out var number) => number,
        { ValueKind: JsonValueKind.String } total when long.TryParse(total.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static JsonElement? Find(JsonPointer? place, JsonElement body) =>
        body.ValueKind == JsonValueKind.Undefined ? null : place?.Find(body);

    private static bool? Flag(JsonElement? more) => more switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } text when bool.TryParse(text.GetString(), out var flag) => flag,
        _ => null,
    };
}
