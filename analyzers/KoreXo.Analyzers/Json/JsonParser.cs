using KoreXo.OpenApi.Text;

namespace KoreXo.Analyzers.Json;

/// <summary>Parses JSON with comments and trailing commas, and records the position of everything.</summary>
internal sealed class JsonParser
{
    // Deeper than any real file, and far from exhausting the stack.
    private const int MaxDepth = 64;

    private readonly string _text;
    private readonly JsonScanner _scanner;
    private JsonFault? _fault;

    private JsonParser(string text)
    {
        _text = text;
        _scanner = new JsonScanner(text);
    }

    /// <summary>Parses a complete document.</summary>
    /// <returns>The value, or else the first error.</returns>
    public static (JsonValue? Value, JsonFault? Fault) Parse(string text)
    {
        var parser = new JsonParser(text);
        var value = parser.Value(depth: 0);
        if (value is not null && parser.SkipTrivia() && parser._scanner.At < text.Length)
        {
            parser.Fail("end of file expected");
        }

        return parser._fault is null ? (value, null) : (null, parser._fault);
    }

    private JsonValue? Value(int depth)
    {
        if (!SkipTrivia())
        {
            return null;
        }

        if (depth > MaxDepth)
        {
            return Fail("nested too deeply");
        }

        return _scanner.Peek switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => String(),
            '-' or (>= '0' and <= '9') => Number(),
            't' => Literal("true"),
            'f' => Literal("false"),
            'n' => Literal("null"),
            _ => Fail("value expected"),
        };
    }

    private JsonValue? Object(int depth)
    {
        var start = _scanner.At;
        _ = _scanner.Take(_text[start]);
        var members = new List<JsonMember>();
        while (true)
        {
            if (!SkipTrivia())
            {
                return null;
            }

            if (_scanner.Take('}'))
            {
                return new JsonValue(JsonKind.Object, TextRange.Between(start, _scanner.At)) { Members = members };
            }

            if (_scanner.Peek != '"')
            {
                return Fail("property name or '}' expected");
            }

            if (Member(depth) is not { } member)
            {
                return null;
            }

            members.Add(member);
            if (!SkipTrivia())
            {
                return null;
            }

            if (!_scanner.Take(',') && _scanner.Peek != '}')
            {
                return Fail("',' or '}' expected");
            }
        }
    }

    private JsonMember? Member(int depth)
    {
        if (String() is not { } name || !SkipTrivia())
        {
            return null;
        }

        if (!_scanner.Take(':'))
        {
            Fail("':' expected");
            return null;
        }

        return Value(depth + 1) is { } value ? new JsonMember(name, value) : null;
    }

    private JsonValue? Array(int depth)
    {
        var start = _scanner.At;
        _ = _scanner.Take(_text[start]);
        var items = new List<JsonItem>();
        while (true)
        {
            if (!SkipTrivia())
            {
                return null;
            }

            if (_scanner.Take(']'))
            {
                return new JsonValue(JsonKind.Array, TextRange.Between(start, _scanner.At)) { Items = items };
            }

            if (Value(depth + 1) is not { } value || !SkipTrivia())
            {
                return null;
            }

            var comma = _scanner.Take(',');
            items.Add(new JsonItem(value, comma ? _scanner.At : -1));
            if (!comma && _scanner.Peek != ']')
            {
                return Fail("',' or ']' expected");
            }
        }
    }

    private JsonValue? String()
    {
        var start = _scanner.At;
        return _scanner.SkipString()
            ? new JsonValue(JsonKind.String, TextRange.Between(start, _scanner.At)) { Text = _scanner.Unescape(start + 1, _scanner.At - 1) }
            : FailAsScanned();
    }

    private JsonValue? Number()
    {
        var start = _scanner.At;
        return _scanner.SkipNumber() ? new JsonValue(JsonKind.Number, TextRange.Between(start, _scanner.At)) : FailAsScanned();
    }

    private JsonValue? Literal(string word)
    {
        var start = _scanner.At;
        return _scanner.TakeWord(word) ? new JsonValue(JsonKind.Literal, TextRange.Between(start, _scanner.At)) : Fail("value expected");
    }

    private bool SkipTrivia()
    {
        if (_scanner.SkipTrivia())
        {
            return true;
        }

        FailAsScanned();
        return false;
    }

    private JsonValue? FailAsScanned() => Fail($"{_scanner.Expected} expected");

    private JsonValue? Fail(string message)
    {
        // Only the first error counts: anything after it is guesswork.
        _fault ??= new JsonFault(new TextRange(_scanner.At, _scanner.At < _text.Length ? 1 : 0), message);
        return null;
    }
}
