using System.Security.Cryptography;

namespace KoreXo.Runtime;

/// <summary>Signs what users keep, so that nobody else can make it: HMAC-SHA256. The first key signs, all are accepted.</summary>
internal sealed class TokenSignature(IReadOnlyList<byte[]> keys)
{
    public const int LeastKeyLength = 32;

    /// <summary>Where the keys are set.</summary>
    public const string Setting = "KoreXoClientOptions.TokenSigningKeys";

    /// <summary>Signs nothing, and accepts everything.</summary>
    public static readonly TokenSignature None = new([]);

    /// <summary>Gets a value indicating whether a text without a signature is refused.</summary>
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
