using System.Globalization;
using System.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Writes XML documentation from the texts of a document.</summary>
internal static class XmlDocs
{
    private const int MaxLength = 120;

    /// <summary>Writes a summary; <paramref name="fallback"/> if the document has none.</summary>
    public static void Summary(this SourceWriter writer, string text, string fallback) =>
        writer.Tag("summary", text.Trim().Length == 0 ? fallback : text);

    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="text">What the document says about it.</param>
    /// <param name="fallback">What is said if the document says nothing.</param>
    /// <param name="more">What is added, as XML.</param>
    public static void Param(this SourceWriter writer, string name, string text, string fallback, string more = "") =>
        writer.Element($"<param name=\"{name.TrimStart('@')}\">", "</param>", text.Trim().Length == 0 ? fallback : text, more);

    public static void Tag(this SourceWriter writer, string tag, string text) => writer.Element($"<{tag}>", $"</{tag}>", text);

    // A description comes from outside and becomes a comment in C#, which the compiler reads as XML. Line separators would end the
    // comment and let the next line be code. Characters that XML does not have make the documentation file unreadable, and invisible ones
    // (category Format) can reverse what a reader of the source sees.
    /// <summary>Escapes a string for a documentation comment, so that nothing in it can end the comment or become a tag.</summary>
    public static string Escape(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogatePair(text, i) && CharUnicodeInfo.GetUnicodeCategory(text, i) != UnicodeCategory.Format)
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\n' or '\u0085' or '\u2028' or '\u2029' => escaped.Append('\n'),
                '\t' => escaped.Append(' '),
                _ when char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || c is '\uFFFE' or '\uFFFF' => escaped,
                _ when char.IsSurrogate(c) => escaped.Append('\uFFFD'),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' or '&' or '<' or '>')
            {
                return false;
            }
        }

        return true;
    }

    private static void Element(this SourceWriter writer, string open, string close, string text, string more = "")
    {
        var escaped = Escape(text).Trim();
        escaped = more.Length == 0 ? escaped : $"{Sentence(escaped)} {more}";
        if (escaped.Length + open.Length + close.Length <= MaxLength && escaped.IndexOf('\n') < 0)
        {
            writer.Line($"/// {open}{Sentence(escaped)}{close}");
            return;
        }

        writer.Line($"/// {open}");
        foreach (var line in escaped.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0).SelectMany(Wrap))
        {
            writer.Line($"/// {line}");
        }

        writer.Line($"/// {close}");
    }

    /// <summary>Breaks a line between words.</summary>
    private static IEnumerable<string> Wrap(string line)
    {
        while (line.Length > MaxLength)
        {
            var at = line.LastIndexOf(' ', MaxLength);
            if (at <= 0)
            {
                break;
            }

            yield return line.Substring(0, at);
            line = line.Substring(at + 1);
        }

        yield return line;
    }

    private static string Sentence(string line) => line.Length > 0 && char.IsLetterOrDigit(line[line.Length - 1]) ? line + "." : line;
}
