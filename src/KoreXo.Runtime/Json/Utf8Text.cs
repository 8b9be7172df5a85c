namespace KoreXo.Runtime;

/// <summary>Trims raw UTF-8 text.</summary>
internal static class Utf8Text
{
    /// <summary>Removes a byte order mark, which JSON does not allow but servers send nevertheless.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

    /// <summary>Removes leading white space.</summary>
    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        // By hand: the framework's method is compiled for bytes before the first response is read.
        var start = 0;
        while (start < text.Length && text[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        return text[start..];
    }
}
