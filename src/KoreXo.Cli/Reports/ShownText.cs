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
        if (!text.Any(IsHidden))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsHidden(character))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                shown.Append(character);
            }
        }

        return shown.ToString();
    }

    private static bool IsHidden(char character) =>
        char.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
