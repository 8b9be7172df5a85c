using System.Globalization;
using System.Text;
using KoreXo.Testing.Pictures;
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

    private readonly SvgWindow _window = new(Width, fontSize: 13, Column);
    private readonly int _indent = lines
        .Where(static line => !line.Span.IsEmpty)
        .Min(static line => line.ToString().TakeWhile(static character => character == ' ').Count());
    private int _y = SvgWindow.FirstLine;

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

        return _window.Draw(title, _y - 4, tab: 168);
    }

    private void DrawLine(TextLine line)
    {
        _window.Text(16, _y, (line.LineNumber + 1).ToString(CultureInfo.InvariantCulture), SvgWindow.Grey);
        var at = line.Start;
        foreach (
            var span in colors
                .Where(span => line.Span.Contains(span.TextSpan))
                .OrderBy(static span => span.TextSpan.Start)
                .Append(new ClassifiedSpan(new TextSpan(line.End, 0), ""))
        )
        {
            DrawCode(line, TextSpan.FromBounds(at, span.TextSpan.Start), SvgWindow.Plain);
            DrawCode(line, span.TextSpan, Palette.GetValueOrDefault(span.ClassificationType, SvgWindow.Plain));
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
            _window.Text(X(line, span.Start + code.Length - code.TrimStart().Length), _y, code.Trim(), color);
        }
    }

    private void DrawSquiggle(double from, double to)
    {
        var steps = Enumerable.Range(0, (int)Math.Ceiling((to - from) / 3)).Select(static step => step % 2 == 0 ? " l3 -3" : " l3 3");
        _window.Shape($"<path d=\"M{from:0.#} {_y + 5}{string.Concat(steps)}\" fill=\"none\" stroke=\"#cca700\" stroke-width=\"1.2\"/>");
    }

    private void DrawTip(Diagnostic diagnostic, string fix)
    {
        var texts = Wrap($"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").ToList();
        var height = ((texts.Count + 1) * LineHeight) + 12;
        var top = _y - LineHeight + 12;
        _window.Shape(
            $"<rect x=\"{Gutter}\" y=\"{top}\" width=\"{Width - Gutter - 16}\" height=\"{height}\" rx=\"4\" fill=\"#252526\" stroke=\"#454545\"/>"
        );
        var y = top + 20;
        DrawWarningSign(Gutter + 14, y);
        foreach (var text in texts)
        {
            _window.Text(Gutter + 36, y, text, SvgWindow.Plain);
            y += LineHeight;
        }

        _window.Shape(
            $"<circle cx=\"{Gutter + 20}\" cy=\"{y - 6}\" r=\"5\" fill=\"#ffcc00\"/><rect x=\"{Gutter + 17.5}\" y=\"{y - 1}\" width=\"5\" height=\"4\" fill=\"#858585\"/>"
        );
        _window.Text(Gutter + 36, y, fix, "#4daafc");
        _y += height + 10;
    }

    private void DrawWarningSign(double x, double y) =>
        _window.Shape(
            $"<path d=\"M{x} {y + 1} l6.5 -12 l6.5 12 z\" fill=\"#cca700\"/><path d=\"M{x + 6.5} {y - 7} v4 m0 1.5 v1.5\" stroke=\"#252526\" stroke-width=\"1.4\"/>"
        );

    private double X(TextLine line, int position) => Gutter + ((position - line.Start - _indent) * Column);

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
