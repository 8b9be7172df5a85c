using System.Net;

namespace KoreXo.Runtime;

/// <summary>Sends a <see cref="SharedBuffer"/>, and holds it while it is being written.</summary>
internal sealed class SharedBufferContent : HttpContent
{
    private readonly SharedBuffer _buffer;
    private readonly long _length;

    public SharedBufferContent(SharedBuffer buffer)
    {
        _buffer = buffer;
        _length = buffer.Written.Length;
        Headers.TryAddWithoutValidation("Content-Type", "application/json"); // without parsing it
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _buffer.Hold();
        try
        {
            await stream.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _buffer.Release();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
