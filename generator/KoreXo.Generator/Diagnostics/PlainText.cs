using System.Globalization;
using System.Text;

namespace KoreXo.Generator.Diagnostics;

/// <summary>Formats a string of a document for a message: as one line, so that it cannot be mistaken for another message.</summary>
internal static class PlainText
{
    private const int MaxLength = 400;

    public static string Of(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var c in text)
        {
            if (plain.Length >= MaxLength)
            {
                plain.Length -= char.IsHighSurrogate(plain[plain.Length - 1]) ? 1 : 0;
                return plain.Append('…').ToString();
            }

            var isHidden =
                char.GetUnicodeCategory(c)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator;
            plain.Append(isHidden ? ' ' : c);
        }

        return plain.ToString();
    }
}
