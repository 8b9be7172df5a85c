using System.Buffers;

namespace KoreXo.Runtime;

/// <summary>
/// A rented buffer that returns to the pool when its last holder releases it. A transport may still be writing a body when the response has
/// arrived or the call was canceled; if the buffer were returned then, the bytes of another request would be sent.
/// </summary>
internal sealed class SharedBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;
    private int _holders = 1;

    public ReadOnlyMemory<byte> Written =>
        Volatile.Read(ref _holders) > 0 ? _bytes.AsMemory(0, _length) : throw new ObjectDisposedException(nameof(RequestBody));

    public void Hold()
    {
        var holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return;
            }

            holders = seen;
        }

        throw new ObjectDisposedException(nameof(RequestBody));
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            // Cleared: a body may contain secrets, and the pool hands the array to anyone.
            ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _bytes, []), clearArray: true);
        }
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = Math.Max(sizeHint, 1);
        if (needed > _bytes.Length - _length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(checked(_length + Math.Max(needed, _bytes.Length)));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
            _bytes = larger;
        }

        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
