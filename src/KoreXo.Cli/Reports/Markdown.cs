using System.Text;

namespace KoreXo.Cli.Reports;

/// <summary>Writes texts that come from elsewhere so that Markdown shows them as they are.</summary>
internal static class Markdown
{
    /// <summary>Writes a text.</summary>
    public static string Text(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        foreach (var character in ShownText.From(text))
        {
            _ = character switch
            {
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                '&' => written.Append("&amp;"),
                '@' => written.Append("&#64;"), // would call somebody
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '$' => written.Append('\\').Append(character),
                _ => written.Append(character),
            };
        }

        // An address would become a link by itself.
        return written.Replace("://", "&#58;//").Replace("www.", "www&#46;").ToString();
    }

    /// <summary>Writes a text as code, also inside of a table.</summary>
    public static string Code(string text)
    {
        var code = ShownText.From(text).Replace("|", "\\|", StringComparison.Ordinal);
        var fence = "`";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return fence.Length == 1 ? $"`{code}`" : $"{fence} {code} {fence}";
    }

    /// <summary>Writes what is a plain word as it is, and anything else as code.</summary>
    public static string Word(string text) =>
        text.Length > 0 && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.')
            ? text
            : Code(text);
}
