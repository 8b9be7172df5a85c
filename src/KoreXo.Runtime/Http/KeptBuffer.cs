namespace KoreXo.Runtime;

/// <summary>
/// The buffer that the pages of one enumeration are read into, one after another: without it, each large page would take new memory, which
/// is collected late. Not thread-safe; what is read into it is disposed before the next.
/// </summary>
internal sealed class KeptBuffer
{
    private byte[]? _free;

    /// <summary>Gets the size that is expected of the next body; 0 if none was read yet.</summary>
    public int Expected { get; private set; }

    /// <summary>Takes the buffer; <see langword="null"/> as long as no body was larger than what is pooled.</summary>
    public byte[]? Take() => Interlocked.Exchange(ref _free, null);

    /// <summary>Returns a buffer, for the next body.</summary>
    /// <param name="bytes">The buffer; <see langword="null"/> if the body was in a pooled one.</param>
    /// <param name="length">The length of the body.</param>
    public void Return(byte[]? bytes, int length)
    {
        _free = bytes;
        Expected = length + (length / 8) + 1;
    }
}
