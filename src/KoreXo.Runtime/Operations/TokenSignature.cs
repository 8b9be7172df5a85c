using System.Security.Cryptography;

namespace KoreXo.Runtime;

/// <summary>
/// Signs tokens that users store, so that nobody else can create them: HMAC-SHA256. The first key signs, all are accepted.
/// </summary>
internal sealed class TokenSignature(IReadOnlyList<byte[]> keys)
{
    public const int LeastKeyLength = 32;

    /// <summary>The setting that contains the keys.</summary>
    public const string Setting = "KoreXoClientOptions.TokenSigningKeys";

    /// <summary>Signs nothing, and accepts everything.</summary>
    public static readonly TokenSignature None = new([]);

    /// <summary>Gets a value indicating whether a string without a signature is rejected.</summary>
    public bool IsRequired => keys.Count > 0;

    public byte[] Sign(ReadOnlySpan<byte> content) => HMACSHA256.HashData(keys[0], content);

    public bool IsValid(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        var valid = false;
        foreach (var key in keys)
        {
            valid |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, content), signature);
        }

        return valid;
    }
}
