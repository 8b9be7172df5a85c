using System.Text;

namespace KoreXo.Runtime;

/// <summary>Handles the <c>charset</c> of a response: what is read afterwards is always UTF-8.</summary>
internal static class ResponseCharset
{
    /// <summary>Converts the content of a response to UTF-8; an unknown charset is treated as UTF-8.</summary>
    public static Stream ToUtf8(Stream stream, HttpContent content) =>
        MayBeNamed(content) && content.Headers.ContentType?.CharSet is { Length: > 0 } charset && Find(charset.Trim('"')) is { } encoding
            ? Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            : stream;

    /// <summary>Checks whether a charset may be named, without parsing the type of the responses that name none.</summary>
    private static bool MayBeNamed(HttpContent content) =>
        content.Headers.NonValidated.TryGetValues("Content-Type", out var type) && type.ToString().Contains(';', StringComparison.Ordinal);

    /// <summary>Finds the encoding of a charset; <see langword="null"/> for UTF-8, its subset ASCII, and unknown ones.</summary>
    private static Encoding? Find(string charset)
    {
        if (charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset)
                ?? (Encoding.GetEncoding(charset) is { CodePage: not 65001 } known ? known : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
