namespace KoreXo.Runtime;

/// <summary>Decompresses a stream, and throws <see cref="InvalidDataException"/> at its end if something is missing.</summary>
internal sealed class DecodingStream : ReadOnlyStream
{
    private readonly string _encoding;
    private readonly PackedStream _source;
    private readonly Stream _unpacked;
    private long _length;

    public DecodingStream(Stream source, string encoding)
    {
        _encoding = encoding;
        _source = new PackedStream(source);
        _unpacked = ContentDecoding.Open(_source, encoding);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Check(_unpacked.Read(buffer, offset, count), count);
        }
        catch (InvalidOperationException fault) when (fault is not ObjectDisposedException)
        {
            throw Damaged(fault);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Check(await _unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (InvalidOperationException fault) when (fault is not ObjectDisposedException)
        {
            // The exception of Brotli; gzip throws InvalidDataException.
            throw Damaged(fault);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private InvalidDataException Damaged(Exception fault) => new($"The body is not {_encoding} or is corrupt.", fault);

    private int Check(int read, int asked)
    {
        _length += read;
        return read > 0 || asked == 0 || IsWhole
            ? read
            : throw new InvalidDataException($"The body is compressed with {_encoding} and is incomplete.");
    }

    // Only gzip reads on after its end, since another member may follow; its last four bytes are the uncompressed length.
    private bool IsWhole =>
        _source.Length == 0 || (ContentDecoding.EndsWithLength(_encoding) ? _source.LastFour == (uint)_length : !_source.IsExhausted);
}
