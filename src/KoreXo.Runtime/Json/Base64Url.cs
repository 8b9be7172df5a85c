using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace KoreXo.Runtime;

/// <summary>Base64 in the URL-safe alphabet, without padding.</summary>
internal static class Base64Url
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var buffer = new byte[Base64.GetMaxDecodedFromUtf8Length(padded.Length)];
        bytes = Convert.TryFromBase64String(padded, buffer, out var written) ? buffer[..written] : null;
        return bytes is not null;
    }
}
