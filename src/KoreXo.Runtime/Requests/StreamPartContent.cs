using System.Net;

namespace KoreXo.Runtime;

/// <summary>Sends the rest of a stream; unlike .NET's StreamContent, it can leave the stream open.</summary>
internal sealed class StreamPartContent(Stream stream, bool leaveOpen) : HttpContent
{
    private readonly long? _length = stream.CanSeek ? stream.Length - stream.Position : null;

    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context) => stream.CopyToAsync(target);

    protected override Task SerializeToStreamAsync(Stream target, TransportContext? context, CancellationToken cancellationToken) =>
        stream.CopyToAsync(target, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _length.GetValueOrDefault();
        return _length is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
