using System.Globalization;
using System.Net;
using System.Text;

namespace KoreXo.Testing.Pictures;

/// <summary>Draws a dark window with a title, as SVG: what an editor and a terminal have in common.</summary>
/// <param name="width">The width in pixels.</param>
/// <param name="fontSize">The size of the monospaced font.</param>
/// <param name="column">The width of a character in pixels.</param>
public sealed class SvgWindow(int width, int fontSize, double column)
{
    public const string Plain = "#d4d4d4";
    public const string Grey = "#858585";

    /// <summary>The baseline of the first line.</summary>
    public const int FirstLine = 58;

    private readonly StringBuilder _content = new();

    /// <summary>Adds text. Its length is stated, so that it ends in the same place with any font.</summary>
    public void Text(double x, double y, string text, string color) => _content.Append(Run(x, y, text, color)).Append('\n');

    /// <summary>Adds a shape.</summary>
    public void Shape(FormattableString element) => _content.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>Draws the window around its content.</summary>
    /// <param name="title">The title.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="tab">The width of the tab behind the title; 0 for none.</param>
    public string Draw(string title, int height, int tab = 0)
    {
        var page = tab == 0 ? "" : $"<rect width=\"{tab}\" height=\"32\" fill=\"#1e1e1e\"/>\n";
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="ui-monospace, 'Cascadia Code', Consolas, Menlo, 'DejaVu Sans Mono', monospace" font-size="{fontSize}" role="img">
                <clipPath id="page"><rect width="{width}" height="{height}" rx="8"/></clipPath>
                <g clip-path="url(#page)">
                <rect width="{width}" height="{height}" fill="#1e1e1e"/>
                <rect width="{width}" height="32" fill="#2d2d2d"/>
                {page}{Run(20, 21, title, Plain)}

                """
            )
            + _content
            + "</g>\n</svg>\n";
    }

    private string Run(double x, double y, string text, string color) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y}\" textLength=\"{text.Length * column:0.#}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{color}\">{WebUtility.HtmlEncode(text)}</text>"
        );
}
