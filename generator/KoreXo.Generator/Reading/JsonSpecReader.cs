using System.Globalization;
using System.Text;

namespace KoreXo.Generator.Reading;

/// <summary>
/// Reads JSON into <see cref="SpecNode"/>s; comments and trailing commas are allowed. A reader of our own, because others do not keep
/// the place of a value, and a compiler that loads one for us may have loaded another version of it for somebody else.
/// </summary>
internal sealed class JsonSpecReader
{
    private static readonly char[] EndsOfText = ['"', '\\', '\r', '\n'];
    private static readonly char[] EndsOfLine = ['\r', '\n'];

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private readonly PointerStack _pointer = new();
    private readonly RepeatedText _names = new();
    private int _at;
    private int _line;
    private int _lineStart;

    private JsonSpecReader(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;
        _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        _lineStart = _at;
    }

    /// <exception cref="SpecFormatException">The text is not JSON.</exception>
    public static SpecNode Read(string text, CancellationToken cancellationToken)
    {
        var reader = new JsonSpecReader(text, cancellationToken);
        reader.SkipTrivia();
        var root = reader.ReadValue(depth: 0);
        reader.SkipTrivia();
        return reader._at == text.Length ? root : throw reader.Fault("something follows the end of the document");
    }

    private SpecNode ReadValue(int depth)
    {
        if (depth > SpecText.MaxDepth)
        {
            throw Fault($"values are nested more than {SpecText.MaxDepth} deep", _pointer.ToString());
        }

        var (line, column) = (_line, _at - _lineStart);
        return Peek() switch
        {
            '{' => ReadObject(line, column, depth),
            '[' => ReadArray(line, column, depth),
            '"' => SpecNode.Scalar(SpecNodeKind.String, ReadText(), line, column),
            '-' or (>= '0' and <= '9') => SpecNode.Scalar(SpecNodeKind.Number, ReadNumber(), line, column),
            't' when TakeWord("true") => SpecNode.Scalar(SpecNodeKind.Boolean, "true", line, column),
            'f' when TakeWord("false") => SpecNode.Scalar(SpecNodeKind.Boolean, "false", line, column),
            'n' when TakeWord("null") => SpecNode.Scalar(SpecNodeKind.Null, "", line, column),
            _ => throw Fault("a value was expected", _pointer.ToString()),
        };
    }

    private SpecNode ReadObject(int line, int column, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var node = SpecNode.Object(line, column);
        for (Open(); !Close('}'); Separate('}'))
        {
            var (nameLine, nameColumn) = (_line, _at - _lineStart);
            if (Peek() != '"')
            {
                throw Fault("the name of a property in double quotes was expected", _pointer.ToString());
            }

            var name = ReadText();
            _pointer.Push(name);
            SkipTrivia();
            if (Peek() != ':')
            {
                throw Fault("':' was expected", _pointer.ToString());
            }

            _at++;
            SkipTrivia();
            if (!node.TryAdd(name, ReadValue(depth + 1)))
            {
                throw new SpecFormatException($"the member '{name}' is given twice", nameLine, nameColumn, _pointer.ToString());
            }

            _pointer.Pop();
        }

        return node;
    }

    private SpecNode ReadArray(int line, int column, int depth)
    {
        var node = SpecNode.Array(line, column);
        for (Open(); !Close(']'); Separate(']'))
        {
            _pointer.Push(node.Items.Count);
            node.Items.Add(ReadValue(depth + 1));
            _pointer.Pop();
        }

        return node;
    }

    private void Open()
    {
        _at++;
        SkipTrivia();
    }

    private bool Close(char bracket)
    {
        if (Peek() != bracket)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Separate(char bracket)
    {
        SkipTrivia();
        if (Peek() == ',')
        {
            _at++;
            SkipTrivia();
        }
        else if (Peek() != bracket)
        {
            throw Fault($"',' or '{bracket}' was expected", _pointer.ToString());
        }
    }

    private string ReadText()
    {
        var start = ++_at;
        var end = _text.IndexOfAny(EndsOfText, start);
        if (end >= 0 && _text[end] == '"')
        {
            // Nearly all texts have no escapes, and many are repeated all over a document.
            _at = end + 1;
            return _names.Get(_text, start, end - start);
        }

        var text = new StringBuilder();
        for (; Peek() != '"'; _at++)
        {
            if (_at >= _text.Length || _text[_at] is '\r' or '\n')
            {
                throw Fault("the text has no closing '\"' on its line", _pointer.ToString());
            }

            text.Append(_text[_at] == '\\' ? ReadEscape() : _text[_at]);
        }

        _at++;
        return text.ToString();
    }

    /// <summary>Reads an escape up to its last character.</summary>
    private char ReadEscape()
    {
        _at++;
        var known = "\"\\/bfnrt".IndexOf(Peek());
        if (known >= 0)
        {
            return "\"\\/\b\f\n\r\t"[known];
        }

        if (
            Peek() == 'u'
            && _at + 5 <= _text.Length
            && ushort.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        )
        {
            _at += 4;
            return (char)code;
        }

        throw Fault("an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits", _pointer.ToString());
    }

    private string ReadNumber()
    {
        var start = _at;
        _at += Peek() == '-' ? 1 : 0;
        SkipDigits();
        var isWhole = true;
        if (Peek() == '.')
        {
            isWhole = false;
            _at++;
            SkipDigits();
        }

        if (Peek() is 'e' or 'E')
        {
            isWhole = false;
            _at++;
            _at += Peek() is '+' or '-' ? 1 : 0;
            SkipDigits();
        }

        var number = _text.Substring(start, _at - start);
        if (isWhole)
        {
            return YamlScalar.Integer(number);
        }

        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(value) ? number : value.ToString("R", CultureInfo.InvariantCulture);
    }

    private void SkipDigits()
    {
        var start = _at;
        while (Peek() is >= '0' and <= '9')
        {
            _at++;
        }

        if (_at == start)
        {
            throw Fault("a digit was expected", _pointer.ToString());
        }
    }

    private bool TakeWord(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    /// <summary>Steps over blanks and comments, and counts the lines: no value goes over more than one.</summary>
    private void SkipTrivia()
    {
        while (true)
        {
            switch (Peek())
            {
                case ' ' or '\t':
                    _at++;
                    break;
                case '\r' or '\n':
                    SkipLineBreak();
                    break;
                case '/' when _at + 1 < _text.Length && _text[_at + 1] is '/' or '*':
                    SkipComment();
                    break;
                default:
                    return;
            }
        }
    }

    private void SkipLineBreak()
    {
        _at += _text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
        _line++;
        _lineStart = _at;
    }

    private void SkipComment()
    {
        if (_text[_at + 1] == '/')
        {
            var end = _text.IndexOfAny(EndsOfLine, _at);
            _at = end < 0 ? _text.Length : end;
            return;
        }

        var close = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (close < 0)
        {
            throw Fault("the comment has no closing '*/'", _pointer.ToString());
        }

        while (_at < close)
        {
            if (_text[_at] is '\r' or '\n')
            {
                SkipLineBreak();
            }
            else
            {
                _at++;
            }
        }

        _at = close + 2;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private SpecFormatException Fault(string message, string pointer = "")
    {
        // At the end of the text there is nothing to point at but what stands before it.
        var at = Math.Max(0, Math.Min(_at, _text.Length - 1));
        return new SpecFormatException(
            _at < _text.Length ? message : "the document ends too early",
            _line,
            Math.Max(0, at - _lineStart),
            _at < _text.Length ? pointer : ""
        );
    }
}
