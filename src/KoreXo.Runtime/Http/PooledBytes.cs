using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace KoreXo.Runtime;

/// <summary>The body of a response: in a rented buffer, or in its own if it is large.</summary>
internal sealed class PooledBytes : IDisposable
{
    private const int InitialSize = 16 * 1024;

    // Larger buffers would stay in the pool for long; a large body is read in chunks, which are joined at the end.
    private const int MostPooled = 1024 * 1024;
    private const int PieceSize = 256 * 1024;

    private readonly KeptBuffer? _kept;
    private byte[] _bytes;
    private int _length;
    private List<byte[]>? _pieces;
    private bool _isOwn;

    private PooledBytes(int size, KeptBuffer? kept)
    {
        _kept = kept;
        var own = kept?.Take();
        _bytes = own ?? ArrayPool<byte>.Shared.Rent(size);
        _isOwn = own is not null;
    }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    /// <summary>Gets a value indicating whether the body was truncated at the limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads a body up to a limit; text in another charset is converted to UTF-8.</summary>
    public static ValueTask<PooledBytes> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken) =>
        ReadAsync(content, limit, kept: null, cancellationToken);

    /// <summary>Reads a body up to a limit; text in another charset is converted to UTF-8.</summary>
    /// <param name="content">The body.</param>
    /// <param name="limit">The number of bytes to read at most.</param>
    /// <param name="kept">Owns the buffer of a large body; <see langword="null"/> to leave it to the garbage collector.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledBytes> ReadAsync(
        HttpContent content,
        long limit,
        KeptBuffer? kept,
        CancellationToken cancellationToken
    )
    {
        // The announced length avoids growing, but a server may lie, so it is trusted only up to a limit.
        var announced = content.Headers.ContentLength is { } length
            ? Math.Min(length + 1, MostPooled)
            : Math.Max(InitialSize, kept?.Expected ?? 0);
        var result = new PooledBytes((int)Math.Clamp(announced, 256, MostPooled), kept);
        try
        {
            using var stream = ResponseCharset.ToUtf8(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), content);
            long total = 0;
            while (true)
            {
                var read = await stream.ReadAsync(result.Free(), cancellationToken).ConfigureAwait(false);
                result._length += read;
                total += read;
                if (total > limit)
                {
                    result.Cut(limit);
                }

                if (read == 0 || result.IsCut)
                {
                    result.Join();
                    result.Repair();
                    return result;
                }
            }
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
        if (bytes.Length > 0)
        {
            _kept?.Return(_isOwn ? bytes : null, _length);
            if (!_isOwn)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }

        _length = 0;
        ReturnPieces();
    }

    /// <summary>Gets the memory for the next bytes.</summary>
    private Memory<byte> Free()
    {
        if (_length == _bytes.Length)
        {
            if (_pieces is null && _length < MostPooled)
            {
                Replace(ArrayPool<byte>.Shared.Rent(2 * _bytes.Length), isOwn: false);
            }
            else if (_pieces is null && _kept is not null)
            {
                Replace(GC.AllocateUninitializedArray<byte>((int)Math.Min(2L * _bytes.Length, Array.MaxLength)), isOwn: true);
            }
            else
            {
                (_pieces ??= []).Add(_bytes);
                _bytes = ArrayPool<byte>.Shared.Rent(PieceSize);
                _length = 0;
            }
        }

        return _bytes.AsMemory(_length);
    }

    private void Cut(long limit)
    {
        IsCut = true;
        if (_pieces is [var first, ..])
        {
            (_bytes, _pieces[0]) = (first, _bytes);
            _length = _bytes.Length;
        }

        _length = (int)Math.Min(_length, limit);
        ReturnPieces();
    }

    private void Join()
    {
        if (_pieces is null)
        {
            return;
        }

        var whole = GC.AllocateUninitializedArray<byte>(_pieces.Sum(static piece => piece.Length) + _length);
        var at = 0;
        foreach (var piece in _pieces)
        {
            piece.CopyTo(whole, at);
            at += piece.Length;
        }

        _bytes.AsSpan(0, _length).CopyTo(whole.AsSpan(at));
        ArrayPool<byte>.Shared.Return(_bytes);
        ReturnPieces();
        (_bytes, _length, _isOwn) = (whole, whole.Length, true);
    }

    /// <summary>
    /// Replaces invalid UTF-8 with U+FFFD before anything reads the text: JSON readers accept such bytes, and throw only when the string is
    /// read.
    /// </summary>
    private void Repair()
    {
        if (Utf8.IsValid(Span))
        {
            return;
        }

        var repaired = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Span));
        if (!_isOwn)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        (_bytes, _length, _isOwn) = (repaired, repaired.Length, true);
    }

    private void Replace(byte[] larger, bool isOwn)
    {
        _bytes.CopyTo(larger, 0);
        if (!_isOwn)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        (_bytes, _isOwn) = (larger, isOwn);
    }

    private void ReturnPieces()
    {
        foreach (var piece in _pieces ?? [])
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        _pieces = null;
    }
}
