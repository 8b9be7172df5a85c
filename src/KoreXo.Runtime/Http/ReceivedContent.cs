using System.Net;

namespace KoreXo.Runtime;

/// <summary>The content of a response, read through another stream.</summary>
internal sealed class ReceivedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Func<Stream, Stream> _open;
    private readonly long? _length;

    /// <param name="inner">The received content.</param>
    /// <param name="open">Opens the other stream.</param>
    /// <param name="without">The headers that no longer apply.</param>
    public ReceivedContent(HttpContent inner, Func<Stream, Stream> open, params string[] without)
    {
        _inner = inner;
        _open = open;
        _length = without.Length == 0 ? inner.Headers.ContentLength : null;
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            if (!without.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
            }
        }
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        _open(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => _open(_inner.ReadAsStream(cancellationToken));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var source = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            await source.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var source = CreateContentReadStream(cancellationToken);
        source.CopyTo(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length.GetValueOrDefault();
        return _length is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
