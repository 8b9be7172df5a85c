namespace KoreXo.Simulator.Hosting;

/// <summary>Passes the body of a response to its reader, and notifies when the reader disposes it.</summary>
internal sealed class LeavingStream(Stream inner, Action leave) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Flush() { }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // A caller that disposes the response without reading it to its end would close the connection; the server notices by its canceled
    // request.
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            leave();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
