namespace KoreXo.Runtime;

/// <summary>Looks at raw UTF-8 text.</summary>
internal static class Utf8Text
{
    /// <summary>Leaves out a byte order mark, which JSON does not allow and servers send nevertheless.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

    /// <summary>Leaves out white space in front.</summary>
    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8);
}
