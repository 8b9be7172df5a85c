using System.Globalization;
using System.Net;
using System.Text;

namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>Draws lines as a terminal shows them.</summary>
/// <param name="title">The title of the window.</param>
internal sealed class TerminalPicture(string title)
{
    public const string Plain = "#d4d4d4";
    public const string Grey = "#858585";
    public const string Green = "#6a9955";
    public const string White = "#ffffff";

    private const int Width = 1160;
    private const int Left = 16;
    private const int LineHeight = 20;
    private const double Column = 6.6;

    private readonly StringBuilder _svg = new();
    private int _y = 58;

    /// <summary>Adds a line of parts, each in its color.</summary>
    public void Add(params IEnumerable<(string Text, string Color)> parts)
    {
        var column = 0;
        foreach (var (text, color) in parts)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                var blank = text.Length - text.TrimStart().Length;
                _svg.Append(Run(Left + ((column + blank) * Column), _y, text.Trim(), color)).Append('\n');
            }

            column += text.Length;
        }

        _y += LineHeight;
    }

    public string Draw()
    {
        var height = _y - 4;
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" font-family="ui-monospace, 'Cascadia Code', Consolas, Menlo, 'DejaVu Sans Mono', monospace" font-size="11" role="img">
                <clipPath id="page"><rect width="{Width}" height="{height}" rx="8"/></clipPath>
                <g clip-path="url(#page)">
                <rect width="{Width}" height="{height}" fill="#1e1e1e"/>
                <rect width="{Width}" height="32" fill="#2d2d2d"/>
                {Run(20, 21, title, Plain)}

                """
            )
            + _svg
            + "</g>\n</svg>\n";
    }

    // The length is said, so that the tree is drawn straight with any font.
    private static string Run(double x, double y, string text, string color) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y}\" textLength=\"{text.Length * Column:0.#}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{color}\">{WebUtility.HtmlEncode(text)}</text>"
        );
}
