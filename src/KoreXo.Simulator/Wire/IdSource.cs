using System.Buffers.Binary;
using System.Security.Cryptography;

namespace KoreXo.Simulator;

/// <summary>Generates ids that look like the platform's. The same seed gives the same ids in the same order.</summary>
internal sealed class IdSource(int seed)
{
    private long _last;

    /// <summary>Returns five groups of hexadecimal digits, as after <c>st-</c>.</summary>
    public string Groups() => new Guid(NextBytes().AsSpan(0, 16)).ToString("D");

    /// <summary>Returns 24 hexadecimal digits, as in the ids of files and stored rows.</summary>
    public string Digits() => Convert.ToHexStringLower(NextBytes().AsSpan(0, 12));

    // A counter, hashed with the seed: ids look random, differ within a run, and are the same in the next one, so that a test can name
    // them and a snapshot does not change. Concurrent requests get different ids, in an order that nobody promises.
    private byte[] NextBytes()
    {
        Span<byte> input = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(input, seed);
        BinaryPrimitives.WriteInt64LittleEndian(input[4..], Interlocked.Increment(ref _last));
        return SHA256.HashData(input);
    }
}
