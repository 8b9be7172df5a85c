using System.Globalization;
using System.Text;

namespace KoreXo.Simulator.Routing;

/// <summary>Decodes a path segment exactly once, so that an encoded slash or percent sign stays inside its segment.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The framework's decoder leaves malformed escapes as they are and replaces invalid bytes. A request with either would then be for
    // some other resource than the caller meant; here it is an error.
    /// <summary>
    /// Returns the decoded segment; null if an escape is malformed, the bytes are not UTF-8, or a character had to be escaped.
    /// </summary>
    public static string? Decode(ReadOnlySpan<char> segment)
    {
        if (!Ascii.IsValid(segment))
        {
            return null; // A request line has no such characters. Only a caller in the same process can send them.
        }

        if (!segment.Contains('%'))
        {
            return segment.ToString();
        }

        var bytes = new List<byte>(segment.Length);
        for (var index = 0; index < segment.Length; index++)
        {
            if (segment[index] != '%')
            {
                bytes.Add((byte)segment[index]);
                continue;
            }

            if (
                index + 2 >= segment.Length
                || !byte.TryParse(segment.Slice(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            )
            {
                return null;
            }

            bytes.Add(value);
            index += 2;
        }

        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
