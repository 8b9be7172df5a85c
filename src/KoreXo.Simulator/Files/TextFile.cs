using System.Text;

namespace KoreXo.Simulator.Files;

/// <summary>Reads uploaded text files, which are UTF-8 with or without a byte order mark: spreadsheets write one.</summary>
internal static class TextFile
{
    /// <summary>Returns the content without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;

    /// <summary>Returns the lines that are not empty, without the white space around them.</summary>
    public static string[] Lines(ReadOnlyMemory<byte> content) =>
        Encoding
            .UTF8.GetString(WithoutMark(content).Span)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
