using System.Globalization;
using System.Text;

namespace KoreXo.Cli.Reports;

/// <summary>
/// Makes strings from manifests, documents and file names safe to show on one line: characters that would move the cursor, color a terminal
/// or reverse the text direction are escaped.
/// </summary>
internal static class ShownText
{
    public static string From(string text)
    {
        StringBuilder? shown = null;
        var at = 0;
        while (at < text.Length)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (!isWhole || IsHidden(rune))
            {
                shown ??= new StringBuilder(text, 0, at, text.Length + 16);
                shown.Append(
                    length == 1 ? FormattableString.Invariant($"\\u{(int)text[at]:X4}") : FormattableString.Invariant($"\\U{rune.Value:X8}")
                );
            }
            else
            {
                shown?.Append(text, at, length);
            }

            at += length;
        }

        return shown?.ToString() ?? text;
    }

    private static bool IsHidden(Rune character) =>
        Rune.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
