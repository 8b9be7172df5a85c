using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Pictures;

/// <summary>
/// Draws lines of code as an editor shows them: colored, diagnostics underlined, the first one's message and fix beneath it.
/// </summary>
internal sealed class EditorPicture(
    string title,
    IReadOnlyList<TextLine> lines,
    IReadOnlyList<ClassifiedSpan> colors,
    IReadOnlyList<Diagnostic> diagnostics
)
{
    private const int Width = 900;
    private const int Gutter = 52;
    private const int LineHeight = 22;
    private const int TipColumns = 98;
    private const double Column = 7.8;
    private const string Text = "#d4d4d4";

    private static readonly Dictionary<string, string> Palette = new(StringComparer.Ordinal)
    {
        [ClassificationTypeNames.Keyword] = "#569cd6",
        [ClassificationTypeNames.ControlKeyword] = "#c586c0",
        [ClassificationTypeNames.ClassName] = "#4ec9b0",
        [ClassificationTypeNames.MethodName] = "#dcdcaa",
        [ClassificationTypeNames.StringLiteral] = "#ce9178",
        [ClassificationTypeNames.Comment] = "#6a9955",
        [ClassificationTypeNames.LocalName] = "#9cdcfe",
        [ClassificationTypeNames.ParameterName] = "#9cdcfe",
        [ClassificationTypeNames.PropertyName] = "#9cdcfe",
    };

    private readonly StringBuilder _svg = new();
    private readonly int _indent = lines
        .Where(static line => !line.Span.IsEmpty)
        .Min(static line => line.ToString().TakeWhile(static character => character == ' ').Count());
    private int _y = 58;

    public string Draw(string fix)
    {
        foreach (var line in lines)
        {
            DrawLine(line);
            if (line.Span.Contains(diagnostics[0].Location.SourceSpan))
            {
                DrawTip(diagnostics[0], fix);
            }
        }

        var height = _y - 4;
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" font-family="ui-monospace, 'Cascadia Code', Consolas, Menlo, 'DejaVu Sans Mono', monospace" font-size="13" role="img">
                <clipPath id="page"><rect width="{Width}" height="{height}" rx="8"/></clipPath>
                <g clip-path="url(#page)">
                <rect width="{Width}" height="{height}" fill="#1e1e1e"/>
                <rect width="{Width}" height="32" fill="#2d2d2d"/>
                <rect width="168" height="32" fill="#1e1e1e"/>
                {Run(20, 21, title, Text)}

                """
            )
            + _svg
            + "</g>\n</svg>\n";
    }

    private void DrawLine(TextLine line)
    {
        _svg.Append(Run(16, _y, (line.LineNumber + 1).ToString(CultureInfo.InvariantCulture), "#858585")).Append('\n');
        var at = line.Start;
        foreach (
            var span in colors
                .Where(span => line.Span.Contains(span.TextSpan))
                .OrderBy(static span => span.TextSpan.Start)
                .Append(new ClassifiedSpan(new TextSpan(line.End, 0), ""))
        )
        {
            DrawCode(line, TextSpan.FromBounds(at, span.TextSpan.Start), Text);
            DrawCode(line, span.TextSpan, Palette.GetValueOrDefault(span.ClassificationType, Text));
            at = span.TextSpan.End;
        }

        foreach (
            var span in diagnostics.Select(static diagnostic => diagnostic.Location.SourceSpan).Where(span => line.Span.Contains(span))
        )
        {
            DrawSquiggle(X(line, span.Start), X(line, span.End));
        }

        _y += LineHeight;
    }

    private void DrawCode(TextLine line, TextSpan span, string color)
    {
        if (line.Text!.ToString(span) is var code && !string.IsNullOrWhiteSpace(code))
        {
            _svg.Append(Run(X(line, span.Start + code.Length - code.TrimStart().Length), _y, code.Trim(), color)).Append('\n');
        }
    }

    private void DrawSquiggle(double from, double to)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{from:0.#} {_y + 5}");
        for (var step = 0; from + (step * 3) < to; step++)
        {
            _svg.Append(CultureInfo.InvariantCulture, $" l3 {(step % 2 == 0 ? -3 : 3)}");
        }

        _svg.Append("\" fill=\"none\" stroke=\"#cca700\" stroke-width=\"1.2\"/>\n");
    }

    private void DrawTip(Diagnostic diagnostic, string fix)
    {
        var texts = Wrap($"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").ToList();
        var height = ((texts.Count + 1) * LineHeight) + 12;
        var top = _y - LineHeight + 12;
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{Gutter}\" y=\"{top}\" width=\"{Width - Gutter - 16}\" height=\"{height}\" rx=\"4\" fill=\"#252526\" stroke=\"#454545\"/>\n"
        );
        var y = top + 20;
        DrawWarningSign(Gutter + 14, y);
        foreach (var text in texts)
        {
            _svg.Append(Run(Gutter + 36, y, text, Text)).Append('\n');
            y += LineHeight;
        }

        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{Gutter + 20}\" cy=\"{y - 6}\" r=\"5\" fill=\"#ffcc00\"/><rect x=\"{Gutter + 17.5}\" y=\"{y - 1}\" width=\"5\" height=\"4\" fill=\"#858585\"/>\n"
        );
        _svg.Append(Run(Gutter + 36, y, fix, "#4daafc")).Append('\n');
        _y += height + 10;
    }

    private void DrawWarningSign(double x, double y) =>
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"M{x} {y + 1} l6.5 -12 l6.5 12 z\" fill=\"#cca700\"/><path d=\"M{x + 6.5} {y - 7} v4 m0 1.5 v1.5\" stroke=\"#252526\" stroke-width=\"1.4\"/>\n"
        );

    private double X(TextLine line, int position) => Gutter + ((position - line.Start - _indent) * Column);

    // The length is said, so that the underline is in its place with any font.
    private static string Run(double x, double y, string text, string color) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y}\" textLength=\"{text.Length * Column:0.#}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{color}\">{WebUtility.HtmlEncode(text)}</text>"
        );

    private static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 > TipColumns)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        yield return line.ToString();
    }
}
