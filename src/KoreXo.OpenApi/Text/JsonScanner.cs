using System.Globalization;
using System.Text;

namespace KoreXo.OpenApi.Text;

/// <summary>
/// Scans the tokens of JSON that may have comments and trailing commas. It is handwritten because code in a compiler shares one version of
/// each assembly with other analyzers, and because no available parser keeps the position of every token.
/// </summary>
/// <param name="text">The JSON. A byte order mark is skipped.</param>
/// <param name="allowsTabs">Whether strings may contain tabs and other control characters, although not line breaks.</param>
internal sealed class JsonScanner(string text, bool allowsTabs = false)
{
    private const string Escapes = "\"\\/bfnrtu";
    private const string Escaped = "\"\\/\b\f\n\r\t";

    /// <summary>Gets the position of the scanner; after a failure, the position where something else was expected.</summary>
    public int At { get; private set; } = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>Gets what was expected at the last failure.</summary>
    public string Expected { get; private set; } = "";

    public char? Peek => At < text.Length ? text[At] : null;

    /// <summary>Returns the end of the comment that begins at <paramref name="at"/>.</summary>
    /// <returns><paramref name="at"/> itself if no comment begins there; -1 if the comment never ends.</returns>
    public static int CommentEnd(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
        {
            var end = text.IndexOfAny(['\r', '\n'], at);
            return end < 0 ? text.Length : end;
        }

        if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
        {
            var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
            return end < 0 ? -1 : end + 2;
        }

        return at;
    }

    public bool Take(char expected)
    {
        if (Peek != expected)
        {
            return false;
        }

        At++;
        return true;
    }

    public bool TakeWord(string word)
    {
        if (string.CompareOrdinal(text, At, word, 0, word.Length) != 0)
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <summary>Skips white space and comments.</summary>
    /// <returns><see langword="false"/> if a comment never ends.</returns>
    public bool SkipTrivia()
    {
        while (At < text.Length)
        {
            if (text[At] is ' ' or '\t' or '\r' or '\n')
            {
                At++;
                continue;
            }

            var end = text[At] == '/' ? CommentEnd(text, At) : At;
            if (end < 0)
            {
                At = text.Length;
                return Fail("'*/'");
            }

            if (end == At)
            {
                break;
            }

            At = end;
        }

        return true;
    }

    /// <summary>Skips a string with its quotes.</summary>
    public bool SkipString()
    {
        At++;
        while (At < text.Length)
        {
            var next = text[At];
            if (allowsTabs ? next is '\r' or '\n' : next < ' ')
            {
                break;
            }

            At++;
            if (next == '"')
            {
                return true;
            }

            if (next == '\\' && !SkipEscape())
            {
                return false;
            }
        }

        return Fail("'\"'");
    }

    /// <summary>Skips a number.</summary>
    public bool SkipNumber()
    {
        _ = Take('-');
        if (!Take('0') && !SkipDigits())
        {
            return Fail("digit");
        }

        if (Take('.') && !SkipDigits())
        {
            return Fail("digit");
        }

        if (!Take('e') && !Take('E'))
        {
            return true;
        }

        _ = Take('+') || Take('-');
        return SkipDigits() || Fail("digit");
    }

    /// <summary>Returns the value of a string that was skipped, given the positions between its quotes.</summary>
    public string Unescape(int start, int end)
    {
        var escape = text.IndexOf('\\', start, end - start);
        if (escape < 0)
        {
            return text.Substring(start, end - start);
        }

        var unescaped = new StringBuilder(end - start);
        while (escape >= 0)
        {
            var known = Escapes.IndexOf(text[escape + 1]);
            var isCode = known == Escaped.Length;
            unescaped
                .Append(text, start, escape - start)
                .Append(
                    isCode
                        ? (char)ushort.Parse(text.Substring(escape + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                        : Escaped[known]
                );
            start = escape + (isCode ? 6 : 2);
            escape = text.IndexOf('\\', start, end - start);
        }

        return unescaped.Append(text, start, end - start).ToString();
    }

    private bool SkipEscape()
    {
        var known = Peek is { } letter ? Escapes.IndexOf(letter) : -1;
        if (known < 0)
        {
            return Fail("escape");
        }

        At++;
        for (var digit = 0; known == Escaped.Length && digit < 4; digit++)
        {
            if (Peek is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return Fail("hexadecimal digit");
            }

            At++;
        }

        return true;
    }

    private bool SkipDigits()
    {
        var start = At;
        while (Peek is >= '0' and <= '9')
        {
            At++;
        }

        return At > start;
    }

    private bool Fail(string expected)
    {
        Expected = expected;
        return false;
    }
}
