using System.Globalization;
using System.Text;

namespace KoreXo.OpenApi.Overlays;

/// <summary>The text of a JSONPath, read from left to right.</summary>
internal sealed class JsonPathText(string text)
{
    private int _at;

    public bool IsAtEnd => _at == text.Length;

    public char Next => _at < text.Length ? text[_at] : '\0';

    public bool TryTake(string token)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    public void Take(string token)
    {
        if (!TryTake(token))
        {
            throw Fault($"'{token}' is due");
        }
    }

    public void SkipBlanks()
    {
        while (Next is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    /// <summary>Reads a name without quotes; hyphens are accepted, since the names of extensions contain them.</summary>
    public string Name()
    {
        var start = _at;
        while (char.IsLetterOrDigit(Next) || Next is '_' or '-' || Next > '\u007F')
        {
            _at++;
        }

        return _at > start ? text.Substring(start, _at - start) : throw Fault("a name is due");
    }

    public bool TryInteger(out int value)
    {
        SkipBlanks();
        var start = _at;
        _at += Next == '-' ? 1 : 0;
        while (char.IsDigit(Next))
        {
            _at++;
        }

        if (int.TryParse(text.Substring(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        _at = start;
        return false;
    }

    /// <summary>Reads a number; one that is too large to be exact is a double.</summary>
    public object Number()
    {
        var start = _at;
        while (char.IsDigit(Next) || Next is '-' or '+' or '.' or 'e' or 'E')
        {
            _at++;
        }

        return Number(text.Substring(start, _at - start)) ?? throw Fault("a number is due");
    }

    /// <summary>Returns the number that a text is; null if it is none.</summary>
    public static object? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) ? value
        : null;

    public string Quoted()
    {
        var quote = Next;
        _at++;
        var value = new StringBuilder();
        while (Next != quote)
        {
            var isEscape = Next == '\\';
            _at += isEscape ? 1 : 0;
            if (IsAtEnd)
            {
                throw Fault($"a closing {quote} is due");
            }

            value.Append(isEscape ? Escaped() : Next);
            _at++;
        }

        _at++;
        return value.ToString();
    }

    public FormatException Fault(string what) => new($"{what} at character {(_at + 1).ToString(CultureInfo.InvariantCulture)}");

    private char Escaped()
    {
        switch (Next)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u'
                when _at + 4 < text.Length
                    && int.TryParse(text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            case '\'' or '"' or '\\' or '/':
                return Next;
            default:
                throw Fault("there is no such escape");
        }
    }
}
