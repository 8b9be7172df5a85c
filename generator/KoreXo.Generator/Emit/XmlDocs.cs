using System.Globalization;
using System.Text;

namespace KoreXo.Generator.Emit;

/// <summary>XML documentation from the texts of a context.Document.</summary>
internal static class XmlDocs
{
    private const int MaxLength = 120;

    /// <summary>Writes a summary; <paramref name="fallback"/> where the document says nothing.</summary>
    public static void Summary(this SourceWriter writer, string text, string fallback) => writer.Tag("summary", text.Trim().Length == 0 ? fallback : text);

    public static void Param(this SourceWriter writer, string name, string text, string fallback) =>
        writer.Element($"<param name=\"{name.TrimStart('@')}\">", "</param>", text.Trim().Length == 0 ? fallback : text);

    public static void Tag(this SourceWriter writer, string tag, string text) => writer.Element($"<{tag}>", $"</{tag}>", text);

    /// <summary>Makes a text safe inside a documentation comment. Nothing in it can end the comment or become a tag.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\n' => "\n",
                '\r' => "",
                '\u0085' or '\u2028' or '\u2029' => "\n",
                '\t' => " ",
                _ when char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || c is '\uFFFE' or '\uFFFF' => "",
                _ when char.IsSurrogate(c) => "\uFFFD",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static void Element(this SourceWriter writer, string open, string close, string text)
    {
        var lines = Escape(text).Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0).SelectMany(Wrap).ToList();
        if (lines.Count == 0 || (lines.Count == 1 && lines[0].Length + open.Length + close.Length <= MaxLength))
        {
            writer.Line($"/// {open}{(lines.Count == 0 ? "" : Sentence(lines[0]))}{close}");
            return;
        }

        writer.Line($"/// {open}");
        foreach (var line in lines)
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

    private static string Sentence(string line) => char.IsLetterOrDigit(line[line.Length - 1]) ? line + "." : line;
}
