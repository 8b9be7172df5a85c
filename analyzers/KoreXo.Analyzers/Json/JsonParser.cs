using System.Text;

namespace KoreXo.Analyzers.Json;

/// <summary>
/// Reads JSON with comments and trailing commas and keeps the place of everything; an analyzer may not load System.Text.Json, which
/// could not tell the places either.
/// </summary>
internal sealed class JsonParser
{
    // Deeper than any file that is meant, and far from the end of the stack.
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _at;
    private JsonFault? _fault;

    private JsonParser(string text)
    {
        _text = text;
        _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    /// <summary>Reads a whole text.</summary>
    /// <returns>The value, or else the first fault.</returns>
    public static (JsonValue? Value, JsonFault? Fault) Parse(string text)
    {
        var parser = new JsonParser(text);
        var value = parser.Value(depth: 0);
        if (value is not null && parser.SkipTrivia() && parser._at < text.Length)
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

        return Peek() switch
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
        var start = _at++;
        var members = new List<JsonMember>();
        while (true)
        {
            if (!SkipTrivia())
            {
                return null;
            }

            if (Take('}'))
            {
                return new JsonValue(JsonKind.Object, TextRange.Between(start, _at)) { Members = members };
            }

            if (Peek() != '"')
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

            if (!Take(',') && Peek() != '}')
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

        if (!Take(':'))
        {
            Fail("':' expected");
            return null;
        }

        return Value(depth + 1) is { } value ? new JsonMember(name, value) : null;
    }

    private JsonValue? Array(int depth)
    {
        var start = _at++;
        var items = new List<JsonItem>();
        while (true)
        {
            if (!SkipTrivia())
            {
                return null;
            }

            if (Take(']'))
            {
                return new JsonValue(JsonKind.Array, TextRange.Between(start, _at)) { Items = items };
            }

            if (Value(depth + 1) is not { } value || !SkipTrivia())
            {
                return null;
            }

            var comma = Take(',');
            items.Add(new JsonItem(value, comma ? _at : -1));
            if (!comma && Peek() != ']')
            {
                return Fail("',' or ']' expected");
            }
        }
    }

    private JsonValue? String()
    {
        var start = _at++;
        var text = new StringBuilder();
        while (true)
        {
            var next = Peek();
            if (next is null or < ' ')
            {
                return Fail("'\"' expected");
            }

            _at++;
            if (next == '"')
            {
                return new JsonValue(JsonKind.String, TextRange.Between(start, _at)) { Text = text.ToString() };
            }

            if (next != '\\')
            {
                text.Append(next.Value);
            }
            else if (!Escape(text))
            {
                return null;
            }
        }
    }

    private bool Escape(StringBuilder text)
    {
        var at = "\"\\/bfnrtu".IndexOf(Peek() ?? '\0');
        if (at < 0)
        {
            Fail("escape expected");
            return false;
        }

        _at++;
        if (at < 8)
        {
            text.Append("\"\\/\b\f\n\r\t"[at]);
            return true;
        }

        var code = 0;
        for (var digit = 0; digit < 4; digit++)
        {
            if (HexDigit(Peek()) is not { } value)
            {
                Fail("hexadecimal digit expected");
                return false;
            }

            code = (code * 16) + value;
            _at++;
        }

        text.Append((char)code);
        return true;
    }

    private JsonValue? Number()
    {
        var start = _at;
        _ = Take('-');
        if (!Take('0') && !Digits())
        {
            return Fail("digit expected");
        }

        if (Take('.') && !Digits())
        {
            return Fail("digit expected");
        }

        if (Take('e') || Take('E'))
        {
            _ = Take('+') || Take('-');
            if (!Digits())
            {
                return Fail("digit expected");
            }
        }

        return new JsonValue(JsonKind.Number, TextRange.Between(start, _at));
    }

    private bool Digits()
    {
        var start = _at;
        while (Peek() is >= '0' and <= '9')
        {
            _at++;
        }

        return _at > start;
    }

    private JsonValue? Literal(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            return Fail("value expected");
        }

        _at += word.Length;
        return new JsonValue(JsonKind.Literal, TextRange.Between(_at - word.Length, _at));
    }

    private bool SkipTrivia()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is ' ' or '\t' or '\r' or '\n')
            {
                _at++;
                continue;
            }

            var end = JsonTrivia.CommentEnd(_text, _at);
            if (end < 0)
            {
                _at = _text.Length;
                Fail("'*/' expected");
                return false;
            }

            if (end == _at)
            {
                break;
            }

            _at = end;
        }

        return true;
    }

    private char? Peek() => _at < _text.Length ? _text[_at] : null;

    private bool Take(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private JsonValue? Fail(string message)
    {
        // The first fault counts: what follows it is guesswork.
        _fault ??= new JsonFault(new TextRange(_at, _at < _text.Length ? 1 : 0), message);
        return null;
    }

    private static int? HexDigit(char? digit) =>
        digit switch
        {
            >= '0' and <= '9' => digit - '0',
            >= 'a' and <= 'f' => digit - 'a' + 10,
            >= 'A' and <= 'F' => digit - 'A' + 10,
            _ => null,
        };
}
