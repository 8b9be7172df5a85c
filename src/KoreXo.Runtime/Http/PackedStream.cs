namespace KoreXo.Runtime;

/// <summary>The compressed input of a decoder: it remembers the last bytes.</summary>
internal sealed class PackedStream(Stream source) : ReadOnlyStream
{
    private ulong _last;

    /// <summary>Gets the number of bytes read.</summary>
    public new long Length { get; private set; }

    /// <summary>Gets the last four bytes as a little-endian number.</summary>
    public uint LastFour => (uint)_last;

    /// <summary>Gets a value indicating whether a read reached the end.</summary>
    public bool IsExhausted { get; private set; }

    public override int Read(byte[] buffer, int offset, int count) =>
        Note(buffer.AsSpan(offset, count), source.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Note(buffer.Span, read);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Note(ReadOnlySpan<byte> buffer, int read)
    {
        IsExhausted |= read == 0 && buffer.Length > 0;
        Length += read;
        foreach (var next in buffer[Math.Max(0, read - sizeof(uint))..read])
        {
            _last = (_last >> 8) | ((ulong)next << 24);
        }

        return read;
    }
}
