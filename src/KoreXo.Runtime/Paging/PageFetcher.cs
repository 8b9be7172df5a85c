using System.Globalization;
using System.Text.Json.Nodes;

namespace KoreXo.Runtime;

/// <summary>Requests individual pages. Each request is the same except for position and page size.</summary>
internal sealed class PageFetcher<T>
{
    private readonly CallSender _sender;
    private readonly OperationRequest _request;
    private readonly JsonCodec<T> _item;
    private readonly CallOptions? _call;
    private readonly byte[]? _body;

    public PageFetcher(CallSender sender, OperationRequest request, PagingDescriptor paging, JsonCodec<T> item, CallOptions? call)
    {
        _sender = sender;
        Paging = paging;
        _item = item;
        _call = call;

        // The list may be enumerated later, several times, or never: the pooled body is copied and returned to the pool now.
        using var body = request.Body;
        _body = body is { Json: { IsEmpty: false } json } ? json.ToArray() : null;
        _request = request with { Body = null };
    }

    public PagingDescriptor Paging { get; }

    public string Operation => _request.Operation.Id;

    /// <summary>Gets the signature for continuation tokens.</summary>
    public TokenSignature Signature => _sender.Settings.Signature;

    /// <summary>Fetches a page. Its bytes are returned to their owner before the items are.</summary>
    public async Task<PageContent<T>> FetchAsync(
        PagePosition position,
        PageReading reading,
        ResponseDetails details,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var options = _call?.With(details) ?? new CallOptions { Details = details };
            using var response = await _sender
                .SendAsync(Request(position), options, _sender.ReadInto(reading.Buffer), cancellationToken)
                .ConfigureAwait(false);
            return PageReader.Read(response, Paging, _item, reading);
        }
        finally
        {
            _call?.Details?.CopyFrom(details);
        }
    }

    /// <summary>
    /// Creates the exception for contradictory pages: going on might never end, and stopping might lose items. For example, the server says
    /// that there is more, but returns the same page twice.
    /// </summary>
    public KoreXoException Contradicts(PageDecision decision, ResponseDetails details)
    {
        var operation = _request.Operation;
        var how =
            decision == PageDecision.Endless
                ? "but returned no items on many pages in a row. The items returned so far are valid."
                : "but returned the same page twice. Either it ignores the position, or the items repeat. "
                    + $"The items returned so far are valid. If the items do repeat, resume with {nameof(PagedResult<T>.AsPages)} and the {nameof(Page<T>.Continuation)} of the last page.";
        return new KoreXoException($"{operation.Method} {operation.Path}: the server says that there is more, {how}")
        {
            Method = operation.Method.Method,
            Path = operation.Path,
            OperationId = operation.Id,
            Status = details.Status,
            RequestId = details.RequestId,
            Attempts = details.Attempts,
        };
    }

    private OperationRequest Request(PagePosition position)
    {
        var inBody = Paging.In == PagingLocation.Body;
        return new OperationRequest(_request.Operation, inBody ? _request.Address : Address(position))
        {
            Body =
                inBody ? Body(position)
                : _body is null ? null
                : JsonBody.Write(_body, static (writer, body) => JsonWriting.Raw(writer, body)),
            Headers = _request.Headers,
            RateKey = _request.RateKey,
            Resource = _request.Resource,
        };
    }

    private string Address(PagePosition position)
    {
        var query = new RequestAddress(stackalloc char[64]);
        if (Paging.Position is { } name)
        {
            if (Paging.Style == PagingStyle.Cursor)
            {
                query.Query(name, position.Cursor);
            }
            else
            {
                query.Query(name, position.Number);
            }
        }

        if (Paging.Size is { } size)
        {
            query.Query(size, position.Size);
        }

        var added = query.ToString();
        return added.Length > 0 && _request.Address.Contains('?', StringComparison.Ordinal)
            ? $"{_request.Address}&{added.AsSpan(1)}"
            : _request.Address + added;
    }

    private JsonBody Body(PagePosition position)
    {
        var root = _body is null ? [] : JsonNode.Parse(_body, documentOptions: JsonReading.OwnDocumentOptions)!.AsObject();
        if (Paging.Position is { } place && (Paging.Style != PagingStyle.Cursor || position.Cursor is not null))
        {
            JsonPointer
                .Parse(place)
                .Set(root, Paging.Style == PagingStyle.Cursor ? JsonValue.Create(position.Cursor)! : Number(position.Number));
        }

        if (Paging.Size is { } sizePlace && position.Size is { } size)
        {
            JsonPointer.Parse(sizePlace).Set(root, Number(size));
        }

        return JsonBody.Write(root, static (writer, node) => node.WriteTo(writer));
    }

    private JsonValue Number(long value) =>
        Paging.AsText ? JsonValue.Create(value.ToString(CultureInfo.InvariantCulture))! : JsonValue.Create(value);
}
