namespace KoreXo.Runtime;

/// <summary>Forwards what is written in chunks, and reports each one. The target stays open.</summary>
internal sealed class CountingStream(Stream target, long? total, IProgress<TransferProgress>? progress, IdleTimer? idle) : Stream
{
    // A body in memory is written as one chunk, so without splitting it there would be no progress until it is sent.
    private const int Piece = 64 * 1024;

    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    public override void Flush() => target.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => target.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count)
    {
        target.Write(buffer, offset, count);
        Tell(count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            var piece = buffer[..Math.Min(buffer.Length, Piece)];
            await target.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            Tell(piece.Length);
            buffer = buffer[piece.Length..];
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Tell(int count)
    {
        _written += count;
        idle?.Restart();
        progress?.Report(new TransferProgress(_written, total));
    }
}
