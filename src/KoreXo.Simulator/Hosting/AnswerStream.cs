namespace KoreXo.Simulator.Hosting;

/// <summary>
/// Forwards the body of a response, and reports how many bytes were written. A flush before the first byte sends only the headers.
/// </summary>
internal sealed class AnswerStream(Stream inner, Action<int> take) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        take(buffer.Length);
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A server writes asynchronously.");

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        take(0);
        return inner.FlushAsync(cancellationToken);
    }

    public override void Flush() => throw new NotSupportedException("A server writes asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
