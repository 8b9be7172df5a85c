namespace KoreXo.Testing.Pictures;

/// <summary>Draws lines as a terminal shows them.</summary>
/// <param name="title">The title of the window.</param>
/// <param name="width">The width of the window in pixels.</param>
/// <param name="lineHeight">The height of a line; 15 lets the lines of a table meet.</param>
public sealed class TerminalPicture(string title, int width, int lineHeight = 20)
{
    public const string Plain = SvgWindow.Plain;
    public const string Grey = SvgWindow.Grey;
    public const string Green = "#6a9955";
    public const string White = "#ffffff";
    public const string Red = "#f14c4c";
    public const string Yellow = "#cca700";

    private const int Left = 16;
    private const double Column = 6.6;

    private readonly SvgWindow _window = new(width, fontSize: 11, Column);
    private int _y = SvgWindow.FirstLine;

    /// <summary>Adds a line of parts, each in its color.</summary>
    public void Add(params IEnumerable<(string Text, string Color)> parts)
    {
        var column = 0;
        foreach (var (text, color) in parts)
        {
            foreach (var (at, words) in Words(text))
            {
                _window.Text(Left + ((column + at) * Column), _y, words, color);
            }

            column += text.Length;
        }

        _y += lineHeight;
    }

    public string Draw() => _window.Draw(title, _y - 4);

    // SVG collapses runs of blanks, so "│   └── " is drawn as two texts, each in its place.
    private static IEnumerable<(int At, string Words)> Words(string text)
    {
        var at = 0;
        foreach (var words in text.Split("  "))
        {
            if (words.Trim() is { Length: > 0 } shown)
            {
                yield return (at + words.Length - words.TrimStart().Length, shown);
            }

            at += words.Length + 2;
        }
    }
}
