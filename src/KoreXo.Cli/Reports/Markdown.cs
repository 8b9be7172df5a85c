using System.Text;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Reports;

/// <summary>Escapes untrusted strings so that Markdown shows them literally.</summary>
internal static class Markdown
{
    /// <summary>Escapes a string.</summary>
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
                '@' => written.Append("&#64;"), // would mention somebody
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '$' => written.Append('\\').Append(character),
                _ => written.Append(character),
            };
        }

        // Renderers turn bare URLs into links.
        return written.Replace("://", "&#58;//").Replace("www.", "www&#46;").ToString();
    }

    // Backticks cannot be escaped within code, so the fence is made longer than any run of them in the text, with blanks between, as
    // CommonMark has it. A pipe would end the cell of a table even in code.
    /// <summary>Formats a string as inline code that is also valid in a table.</summary>
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

    /// <summary>Formats a scope, on its resource, with its credential in parentheses.</summary>
    public static string Scope(ScopeOnCredential scope) =>
        Code(scope.Scope) + On(scope.Resource) + (string.IsNullOrEmpty(scope.Credential) ? "" : $" ({Word(scope.Credential)})");

    /// <summary>Formats a resource as the end of a phrase; empty for every resource.</summary>
    public static string On(string? resource) => resource is null ? "" : " on " + Code(resource);

    /// <summary>Returns a plain word unchanged, and formats anything else as code.</summary>
    public static string Word(string text) =>
        text.Length > 0 && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.')
            ? text
            : Code(text);
}
