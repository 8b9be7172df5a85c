namespace KoreXo.OpenApi.Text;

/// <summary>Reads JSON into <see cref="SpecNode"/>s; comments and trailing commas are allowed.</summary>
internal sealed class JsonSpecReader
{
    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private readonly JsonScanner _scanner;
    private readonly PointerStack _pointer = new();
    private readonly RepeatedText _names = new();
    private int _line;
    private int _lineStart;
    private int _counted;
    private int _values;

    private JsonSpecReader(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;
        _scanner = new JsonScanner(text, allowsTabs: true);
        _lineStart = _counted = _scanner.At;
    }

    /// <exception cref="SpecFormatException">The text is not JSON.</exception>
    public static SpecNode Read(string text, CancellationToken cancellationToken)
    {
        var reader = new JsonSpecReader(text, cancellationToken);
        reader.SkipTrivia();
        var root = reader.ReadValue(depth: 0);
        reader.SkipTrivia();
        return reader._scanner.Peek is null ? root : throw reader.Fault("end of the document expected");
    }

    private SpecNode ReadValue(int depth)
    {
        if (depth > SpecText.MaxDepth)
        {
            throw Fault($"values are nested more than {SpecText.MaxDepth} deep", isTooLarge: true);
        }

        if (++_values > SpecText.MaxNodes)
        {
            throw Fault($"it has more than {SpecText.MaxNodes} values", isTooLarge: true);
        }

        var (line, column) = Place();
        return _scanner.Peek switch
        {
            '{' => ReadObject(line, column, depth),
            '[' => ReadArray(line, column, depth),
            '"' => SpecNode.Scalar(SpecNodeKind.String, ReadString(), line, column),
            '-' or (>= '0' and <= '9') => ReadNumber(line, column),
            't' when _scanner.TakeWord("true") => SpecNode.Scalar(SpecNodeKind.Boolean, "true", line, column),
            'f' when _scanner.TakeWord("false") => SpecNode.Scalar(SpecNodeKind.Boolean, "false", line, column),
            'n' when _scanner.TakeWord("null") => SpecNode.Scalar(SpecNodeKind.Null, "", line, column),
            _ => throw Fault("value expected"),
        };
    }

    private SpecNode ReadObject(int line, int column, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var node = SpecNode.Object(line, column);
        for (Open('{'); !_scanner.Take('}'); Separate('}'))
        {
            if (_scanner.Peek != '"')
            {
                throw Fault("property name in double quotes or '}' expected");
            }

            var (nameLine, nameColumn) = Place();
            var name = ReadString();
            _pointer.Push(name);
            SkipTrivia();
            if (!_scanner.Take(':'))
            {
                throw Fault("':' expected");
            }

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
        for (Open('['); !_scanner.Take(']'); Separate(']'))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _pointer.Push(node.Items.Count);
            node.Items.Add(ReadValue(depth + 1));
            _pointer.Pop();
        }

        return node;
    }

    private void Open(char bracket)
    {
        _ = _scanner.Take(bracket);
        SkipTrivia();
    }

    private void Separate(char bracket)
    {
        SkipTrivia();
        if (_scanner.Take(','))
        {
            SkipTrivia();
        }
        else if (_scanner.Peek != bracket)
        {
            throw Fault($"',' or '{bracket}' expected");
        }
    }

    private string ReadString()
    {
        var start = _scanner.At + 1;
        Check(_scanner.SkipString());
        var end = _scanner.At - 1;

        // Nearly all strings have no escapes, and many are repeated all over a document.
        return _text.IndexOf('\\', start, end - start) < 0 ? _names.Get(_text, start, end - start) : _scanner.Unescape(start, end);
    }

    private SpecNode ReadNumber(int line, int column)
    {
        var start = _scanner.At;
        Check(_scanner.SkipNumber());
        var written = _text.Substring(start, _scanner.At - start);
        return SpecNode.Scalar(SpecNodeKind.Number, YamlScalar.Number(written), written, line, column);
    }

    private void SkipTrivia() => Check(_scanner.SkipTrivia());

    private void Check(bool succeeded)
    {
        if (!succeeded)
        {
            throw Fault($"{_scanner.Expected} expected");
        }
    }

    // Every value wants its place, and counting from the start each time would be quadratic. The scanner only moves forward, so it is
    // enough to count what it has passed since the last time.
    /// <summary>Returns the zero-based line and column of the scanner, counting lines as it advances.</summary>
    private (int Line, int Column) Place()
    {
        for (; _counted < _scanner.At; _counted++)
        {
            if (_text[_counted] == '\n' || (_text[_counted] == '\r' && !(_counted + 1 < _text.Length && _text[_counted + 1] == '\n')))
            {
                _line++;
                _lineStart = _counted + 1;
            }
        }

        return (_line, _scanner.At - _lineStart);
    }

    private SpecFormatException Fault(string message, bool isTooLarge = false)
    {
        var (line, column) = Place();

        // At the end of the text there is nothing to point at but what stands before it.
        return _scanner.Peek is null
            ? new SpecFormatException($"the document ends too early: {message}", line, Math.Max(0, column - 1), _pointer.ToString())
            : new SpecFormatException(message, line, column, _pointer.ToString(), isTooLarge);
    }
}
