using System.Net;

namespace KoreXo.Runtime;

/// <summary>Content that reports how much of it was sent, and that it is still being sent.</summary>
internal sealed class TransferContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly IProgress<TransferProgress>? _progress;
    private readonly IdleTimer? _idle;
    private readonly bool _leaveOpen;

    /// <param name="inner">What is sent.</param>
    /// <param name="progress">Receives the number of bytes sent so far.</param>
    /// <param name="idle">The timer that is restarted with each chunk.</param>
    /// <param name="leaveOpen">Whether the content is disposed by its owner rather than here.</param>
    public TransferContent(HttpContent inner, IProgress<TransferProgress>? progress, IdleTimer? idle, bool leaveOpen)
    {
        _inner = inner;
        _progress = progress;
        _idle = idle;
        _leaveOpen = leaveOpen;
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var counting = new CountingStream(stream, _inner.Headers.ContentLength, _progress, _idle);
        await using (counting.ConfigureAwait(false))
        {
            await _inner.CopyToAsync(counting, context, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength.GetValueOrDefault();
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
