using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace KoreXo.Runtime;

/// <summary>
/// Computes what a page is recognized by if it is sent twice. Nothing secret depends on it: the seed only keeps a server from choosing
/// pages that look alike, which could not do more than the server can by leaving items out.
/// </summary>
internal sealed class PageFingerprint
{
    private static readonly long Seed = BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));

    private readonly XxHash128 _hash = new(Seed);

    public static UInt128 Of(ReadOnlySpan<byte> items) => XxHash128.HashToUInt128(items, Seed);

    /// <summary>Adds an item of a page whose items do not follow one another.</summary>
    public void Add(ReadOnlySpan<byte> item) => _hash.Append(item);

    public UInt128 ToValue() => _hash.GetCurrentHashAsUInt128();
}
