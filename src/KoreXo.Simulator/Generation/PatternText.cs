using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KoreXo.Simulator.Generation;

/// <summary>Writes a string that matches a regular expression of the kind that documents have: of characters, classes and counts.</summary>
/// <remarks>
/// By hand, because the package for it, Fare, reads the language of another tool: it does not accept <c>^#[0-9a-f]{6}$</c> or named groups,
/// and ignores assertions.
/// </remarks>
internal sealed class PatternText
{
    private const int MostSteps = 1_000_000;
    private const int MostGroups = 64;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly string _pattern;
    private readonly int _extra;
    private readonly ValueSource _source;
    private int _at;
    private int _steps;
    private int _groups;

    private PatternText(string pattern, int extra, ValueSource source)
    {
        _pattern = pattern;
        _extra = extra;
        _source = source;
    }

    public static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, Limit);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false; // A pattern of another dialect.
        }
    }

    /// <summary>Returns a matching string; null if the pattern has what this does not understand, or would take too long.</summary>
    public static string? Create(string pattern, int least, int most, ValueSource source)
    {
        // Each repetition is written a little more often until the string is long enough.
        for (var extra = 0; extra <= Math.Min(least, 256); extra++)
        {
            var writer = new PatternText(pattern, extra, source);
            var text = writer.Alternatives();
            if (writer.IsOver || text.Length > most)
            {
                return null;
            }

            if (text.Length >= least)
            {
                return Matches(pattern, text) ? text : null;
            }
        }

        return null;
    }

    /// <summary>Gets a value indicating whether it gives up: counts within counts multiply, and groups may be nested without end.</summary>
    private bool IsOver => _steps > MostSteps;

    private bool IsAtEnd => IsOver || _at >= _pattern.Length;

    /// <summary>Reads up to the end of a group, and writes its first alternative.</summary>
    private string Alternatives()
    {
        var first = Sequence();
        while (!IsAtEnd && _pattern[_at] == '|')
        {
            _at++;
            Sequence();
        }

        return first;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (!IsAtEnd && _pattern[_at] is not ('|' or ')'))
        {
            // Read again for each repetition, so that "[a-f]{8}" is not eight times the same letter.
            var start = _at;
            var atom = Atom();
            var count = Count();
            var end = _at;
            for (var written = 0; written < count && !IsOver; written++)
            {
                text.Append(atom);
                _at = start;
                atom = Atom();
            }

            _at = end;
        }

        return text.ToString();
    }

    private string Atom()
    {
        _steps++;
        if (IsAtEnd)
        {
            return "";
        }

        switch (_pattern[_at++])
        {
            case '^' or '$':
                return "";
            case '.':
                return "a";
            case '[':
                return Class();
            case '(':
                return Group();
            case '\\' when !IsAtEnd:
                return Escaped(_pattern[_at++]);
            case var literal:
                return literal.ToString();
        }
    }

    private string Group()
    {
        var isAssertion = Next("?=") || Next("?!") || Next("?<=") || Next("?<!");
        if (!isAssertion && !Next("?:") && Next("?<"))
        {
            _at = Math.Max(_at, _pattern.IndexOf('>', _at) + 1);
        }

        if (++_groups > MostGroups)
        {
            _steps = MostSteps + 1;
        }

        var text = Alternatives();
        _groups--;
        _at++;
        return isAssertion ? "" : text;
    }

    private bool Next(string text)
    {
        if (string.CompareOrdinal(_pattern, _at, text, 0, text.Length) != 0)
        {
            return false;
        }

        _at += text.Length;
        return true;
    }

    private string Escaped(char character) =>
        character switch
        {
            'd' => _source.Pick("0123456789".ToCharArray()).ToString(),
            'w' => _source.Pick("abcdefghijklmnopqrstuvwxyz0123456789".ToCharArray()).ToString(),
            's' => " ",
            'D' or 'S' => "a",
            'W' => "-",
            'b' or 'B' or 'A' or 'z' or 'Z' => "",
            't' => "\t",
            'n' => "\n",
            'r' => "\r",
            'x' => Code(2) ?? "x",
            'u' => Code(4) ?? "u",
            _ => character.ToString(),
        };

    /// <summary>Reads the number of a character, such as that in <c>\u00e9</c>; returns null if there are not as many digits.</summary>
    private string? Code(int digits)
    {
        if (
            _at + digits > _pattern.Length
            || !ushort.TryParse(_pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        )
        {
            return null;
        }

        _at += digits;
        return ((char)code).ToString();
    }

    /// <summary>Reads a class and writes its first character, or the first usual one that a negated class does not have.</summary>
    private string Class()
    {
        var start = _at - 1;
        var isNegated = Next("^");
        var members = new List<string>();
        do
        {
            members.AddRange(Member());
        } while (!IsAtEnd && _pattern[_at] != ']');

        _at++;
        if (!isNegated)
        {
            return _source.Pick(members);
        }

        var set = _pattern[start..Math.Min(_at, _pattern.Length)];
        return "a1-_ xyz".Select(candidate => candidate.ToString()).FirstOrDefault(candidate => Matches($"^{set}$", candidate)) ?? "a";
    }

    /// <summary>Reads a character or a range of a class.</summary>
    private IEnumerable<string> Member()
    {
        var start = _at;
        var first = Character();
        if (
            first.Length != 1
            || IsSet(start)
            || _at + 1 >= _pattern.Length
            || _pattern[_at] != '-'
            || _pattern[_at + 1] == ']'
            || IsSet(_at + 1)
        )
        {
            return [first];
        }

        _at++;
        return Character() is [var last]
            ? Enumerable.Range(first[0], Math.Clamp(last - first[0] + 1, 1, 64)).Select(character => ((char)character).ToString())
            : [first];
    }

    private string Character()
    {
        var character = IsAtEnd ? ']' : _pattern[_at++];
        return character == '\\' && !IsAtEnd ? Escaped(_pattern[_at++]) : character.ToString();
    }

    /// <summary>Returns whether an escape for several characters, such as <c>\w</c>, is here: it begins or ends no range.</summary>
    private bool IsSet(int at) =>
        at + 1 < _pattern.Length && _pattern[at] == '\\' && "dwsDWS".Contains(_pattern[at + 1], StringComparison.Ordinal);

    private int Count()
    {
        if (IsAtEnd)
        {
            return 1;
        }

        var (least, most) = (1, 1);
        switch (_pattern[_at])
        {
            case '*':
                (least, most) = (0, int.MaxValue);
                break;
            case '+':
                (least, most) = (1, int.MaxValue);
                break;
            case '?':
                (least, most) = (0, 1);
                break;
            case '{' when _pattern.IndexOf('}', _at) is > 0 and var end && Bounds(_pattern[(_at + 1)..end]) is { } bounds:
                (least, most) = bounds;
                _at = end;
                break;
            default:
                return 1;
        }

        _at++;
        if (!IsAtEnd && _pattern[_at] is '?' or '+')
        {
            _at++;
        }

        return (int)Math.Min((long)least + _extra, most);
    }

    private static (int, int)? Bounds(string text)
    {
        var parts = text.Split(',');
        return
            int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            && parts.Length <= 2
            && (parts.Length == 1 || parts[1].Length == 0 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? (
                least,
                parts.Length == 1 ? least
                : parts[1].Length == 0 ? int.MaxValue
                : int.Parse(parts[1], CultureInfo.InvariantCulture)
            )
            : null;
    }
}
