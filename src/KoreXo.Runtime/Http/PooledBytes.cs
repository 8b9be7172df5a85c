using System.Buffers;

namespace KoreXo.Runtime;

/// <summary>The body of an answer in a rented buffer.</summary>
internal sealed class PooledBytes : IDisposable
{
    private const int InitialSize = 16 * 1024;
    private const int LargestTrustedLength = 1024 * 1024;

    private byte[] _bytes;
    private int _length;

    private PooledBytes(int size) => _bytes = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    /// <summary>Gets whether there was more than was read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads a body up to a limit.</summary>
    public static async ValueTask<PooledBytes> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        // The announced length saves growing, but a server may lie, so it is not trusted far.
        var announced = content.Headers.ContentLength is { } length ? Math.Min(length + 1, LargestTrustedLength) : InitialSize;
        var result = new PooledBytes((int)Math.Clamp(announced, 256, LargestTrustedLength));
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (result.Take(await stream.ReadAsync(result.Free, cancellationToken).ConfigureAwait(false), limit))
            {
                // Until the end, or the limit.
            }

            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        _length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private Memory<byte> Free
    {
        get
        {
            if (_length == _bytes.Length)
            {
                Grow();
            }

            return _bytes.AsMemory(_length);
        }
    }

    /// <summary>Counts what was read.</summary>
    /// <returns>Whether there may be more to take.</returns>
    private bool Take(int read, long limit)
    {
        _length += read;
        if (_length > limit)
        {
            _length = (int)limit;
            IsCut = true;
            return false;
        }

        return read > 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _bytes.Length, Array.MaxLength));
        _bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
