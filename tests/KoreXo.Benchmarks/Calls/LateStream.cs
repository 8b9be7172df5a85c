namespace KoreXo.Benchmarks;

/// <summary>A body whose bytes are not there yet when they are asked for.</summary>
internal sealed class LateStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return Read(buffer.Span);
    }
}
