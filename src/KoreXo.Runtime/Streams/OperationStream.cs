using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The streaming response of an operation.</summary>
internal sealed class OperationStream<T>(
    CallSender sender,
    OperationRequest request,
    StreamFormat format,
    JsonCodec<T> codec,
    CallOptions? options,
    CancellationToken given
) : StreamedResult<T>
{
    private int _begun;
    private CancellationToken _enumerated;

    public override async IAsyncEnumerable<StreamedItem<T>> AsEvents([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _begun, 1) != 0)
        {
            throw new InvalidOperationException("A stream can be enumerated only once; call the operation again for a new one.");
        }

        _enumerated = cancellationToken;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(given, cancellationToken);
        var (call, response) = await OpenAsync(both.Token).ConfigureAwait(false);
        using (response)
        {
            Check(call, response);
            using var body = await response.Content.ReadAsStreamAsync(both.Token).ConfigureAwait(false);
            var reader = new ItemReader(new LineReader(body, sender.Settings.MaxResponseBytes), format);
            for (var index = 0; await NextAsync(call, response, reader, index, both.Token).ConfigureAwait(false); index++)
            {
                yield return new StreamedItem<T>(Read(call, response, reader, index)) { Event = reader.Event, Id = reader.Id };
            }
        }
    }

    private async ValueTask<(CallState Call, HttpResponseMessage Response)> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await sender
                .SendAsync(
                    request,
                    options,
                    static (call, response, _) => new ValueTask<(CallState Call, HttpResponseMessage Response)>((call, response)),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (cancellationToken.IsCancellationRequested)
        {
            throw Canceled(fault);
        }
    }

    private async ValueTask<bool> NextAsync(
        CallState call,
        HttpResponseMessage response,
        ItemReader reader,
        int index,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                return IsEndMarked(response)
                    ? false
                    : throw BrokenOff(call, response, index, "the connection closed without marking the end");
            }
        }
        catch (Exception fault) when (fault is not KoreXoException && cancellationToken.IsCancellationRequested)
        {
            throw Canceled(fault);
        }
        catch (Exception fault) when (fault is not KoreXoException)
        {
            throw BrokenOff(call, response, index, fault.Message.TrimEnd('.'), fault);
        }

        if (reader.IsDone)
        {
            return false;
        }

        return reader.IsCut && format == StreamFormat.Events
            ? throw BrokenOff(call, response, index, "it ended in the middle of an event")
            : true;
    }

    // The caller knows its own tokens, not the linked one.
    private OperationCanceledException Canceled(Exception fault) =>
        new(fault.Message, fault, given.IsCancellationRequested ? given : _enumerated);

    private T Read(CallState call, HttpResponseMessage response, ItemReader item, int index)
    {
        if (codec is PlainTextCodec)
        {
            return (T)(object)Encoding.UTF8.GetString(item.Data.Span);
        }

        var reader = new Utf8JsonReader(item.Data.Span, JsonReading.Options);
        try
        {
            reader.Read();
            var value = codec.Read(ref reader);
            reader.Read(); // rejects data after the value
            return value;
        }
        catch (Exception fault)
        {
            throw item.IsCut
                ? BrokenOff(call, response, index, "it ended in the middle of an item", fault)
                : Failure(call, response, $"item {Number(index)} of the stream cannot be read: {call.RedactReason(fault.Message)}", fault);
        }
    }

    /// <summary>Rejects a response of another media type, usually because the request did not ask for a stream.</summary>
    private static void Check(CallState call, HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        var isJson = string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase);
        if (isJson || string.Equals(type, "text/html", StringComparison.OrdinalIgnoreCase))
        {
            throw Failure(call, response, $"the response is {type}, not a stream; check that the request asks for one");
        }
    }

    /// <summary>
    /// If a response has neither a length nor chunks, a connection that closes at its end cannot be distinguished from one that breaks;
    /// otherwise, the transport detects the difference.
    /// </summary>
    private static bool IsEndMarked(HttpResponseMessage response) =>
        response.Version.Major >= 2
        || response.Headers.TransferEncodingChunked == true
        || response.Content.Headers.ContentLength is not null
        || (response.Headers.ConnectionClose != true && response.Version != HttpVersion.Version10);

    private static KoreXoException BrokenOff(
        CallState call,
        HttpResponseMessage response,
        int index,
        string reason,
        Exception? fault = null
    ) => Failure(call, response, $"the stream ended early after {Number(index)} items: {reason}", fault);

    private static KoreXoException Failure(CallState call, HttpResponseMessage response, string what, Exception? fault = null) =>
        call.End(
            new KoreXoException(
                ResponseErrors.Message(call, $"{StatusText.Format(response.StatusCode)}, but {what}"),
                call.Facts() with
                {
                    Status = response.StatusCode,
                    MayHaveBeenApplied = true,
                },
                fault
            )
        );

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
