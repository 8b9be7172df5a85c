using System.Text;

namespace KoreXo.Runtime;

/// <summary>
/// Redacts values in what a server returns, and nothing else: a short value only where it stands alone, a number only where it is a whole
/// number. Docs: decisions/0023-what-is-hidden.md.
/// </summary>
/// <remarks>
/// The value <c>1</c>, for example, is redacted in <c>id=1</c> and <c>person 1 of 11</c>, but not in <c>req-1</c>, <c>1.5</c> or
/// <c>E_1</c>: otherwise, code 4001 would become <c>400***</c>. A value of twelve characters or more that is not a number is redacted
/// everywhere. A bulk insert has a hundred thousand values, so a string is scanned once for all of them.
/// </remarks>
internal sealed class Redactor
{
    public const string Mask = "***";

    // From this length on, the edges of a value are enough to distinguish it from its surroundings.
    private const int Distinct = 6;

    // From this length on, a match is the value wherever it occurs, even in a code or a name, which otherwise have to match exactly.
    private const int Unmistakable = 12;

    // From this length on, a part of a token reveals too much of it.
    private const int Part = 8;

    // A shorter remainder at the end of a truncated string is shown: it reveals little.
    private const int LeastPart = 8;

    private readonly string[] _distinct;
    private readonly HashSet<string> _short = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _names;
    private readonly HashSet<ulong> _parts = [];

    /// <param name="values">The values, in every spelling.</param>
    /// <param name="names">The names of the members and parameters that the values belong to.</param>
    /// <param name="hidesParts">Whether to redact parts of a value too.</param>
    public Redactor(IReadOnlyCollection<string> values, IEnumerable<string> names, bool hidesParts = false)
    {
        _names = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        _short.UnionWith(values.Where(static value => value.Length < Distinct));
        _distinct = [.. values.Where(static value => value.Length >= Distinct)];
        Array.Sort(_distinct, StringComparer.OrdinalIgnoreCase);
        foreach (var value in hidesParts ? _distinct : [])
        {
            for (var at = 0; at <= value.Length - Part; at++)
            {
                _parts.Add(TextWindows.Hash(value.AsSpan(at, Part)));
            }
        }
    }

    /// <summary>Gets a value indicating whether there is nothing to redact.</summary>
    public bool IsEmpty => _short.Count + _distinct.Length == 0;

    /// <summary>Redacts the values in a string.</summary>
    public string Text(string text) => IsEmpty ? text : Hide(text, static _ => true, withShort: true, isCut: true);

    /// <summary>
    /// Redacts the values in our own message, which may quote one; a short value more likely matches one of our own words.
    /// </summary>
    public string Reason(string reason) => Hide(reason, static _ => true, withShort: false, isCut: false);

    /// <summary>Redacts the values in the content of a JSON string, as it is escaped.</summary>
    public string Content(string text, bool isCut) => Hide(text, static _ => true, withShort: true, isCut);

    /// <summary>Redacts a JSON member name that is not a known name.</summary>
    public string Name(string name) =>
        Hide(
            name,
            static value =>
                value.Length >= Unmistakable || value.Any(static character => !char.IsAsciiLetter(character) && character != '_'),
            withShort: false,
            isCut: false
        );

    /// <summary>Redacts a code only if it equals a value or contains a long one.</summary>
    public string Code(string code) =>
        code.Length >= Distinct && !IsNumber(code) && IsValue(code)
            ? Mask
            : Hide(code, static value => value.Length >= Unmistakable && !IsNumber(value), withShort: false, isCut: false);

    /// <summary>Checks whether a JSON number or literal is one of the values; a short one only in a member that carries values.</summary>
    public bool HidesLiteral(string literal, string? name) =>
        (literal.Length >= Distinct || (name is not null && _names.Contains(name))) && IsValue(literal);

    private static bool IsNumber(string value) => value.All(char.IsAsciiDigit);

    private bool IsValue(string text) =>
        text.Length < Distinct ? _short.Contains(text) : Array.BinarySearch(_distinct, text, StringComparer.OrdinalIgnoreCase) >= 0;

    private string Hide(string text, Func<string, bool> counts, bool withShort, bool isCut)
    {
        var hidden = new StringBuilder();
        var (shown, masked) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var end = Math.Max(withShort ? EndOfShort(text, at) : 0, EndOfDistinct(text, at, counts));
            end = IsPart(text, at) ? Math.Max(end, at + Part) : end;
            end = isCut && end == 0 && at >= masked && IsCutPart(text, at) ? text.Length : end;
            if (end <= masked)
            {
                continue;
            }

            if (at >= masked)
            {
                hidden.Append(text, shown, at - shown).Append(Mask);
            }

            shown = masked = end;
        }

        return masked == 0 ? text : hidden.Append(text, shown, text.Length - shown).ToString();
    }

    private bool IsPart(string text, int at) =>
        _parts.Count > 0 && at <= text.Length - Part && _parts.Contains(TextWindows.Hash(text.AsSpan(at, Part)));

    /// <summary>Finds the end of the longest value that begins here.</summary>
    private int EndOfDistinct(string text, int at, Func<string, bool> counts)
    {
        var rest = text.AsSpan(at);
        while (rest.Length >= Distinct)
        {
            var index = FirstFrom(rest);
            if (index == _distinct.Length || !rest.Equals(_distinct[index], StringComparison.OrdinalIgnoreCase))
            {
                index--;
            }

            if (index < 0)
            {
                return 0;
            }

            // Whichever value the rest begins with, its predecessor in sort order begins with it too.
            var value = _distinct[index];
            var common = Common(rest, value);
            if (common == value.Length && counts(value) && IsWhole(text, at, value))
            {
                return at + common;
            }

            rest = rest[..(common == value.Length ? common - 1 : Math.Min(common, rest.Length - 1))];
        }

        return 0;
    }

    /// <summary>Finds the first value that is not before a string in sort order.</summary>
    private int FirstFrom(ReadOnlySpan<char> text)
    {
        var (low, high) = (0, _distinct.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) =
                _distinct[middle].AsSpan().CompareTo(text, StringComparison.OrdinalIgnoreCase) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Common(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && char.ToUpperInvariant(one[length]) == char.ToUpperInvariant(other[length]))
        {
            length++;
        }

        return length;
    }

    private int EndOfShort(string text, int at)
    {
        for (var length = Math.Min(Distinct - 1, text.Length - at); length > 0 && _short.Count > 0; length--)
        {
            if (StandsAlone(text, at, length) && _short.Contains(text.Substring(at, length)))
            {
                return at + length;
            }
        }

        return 0;
    }

    /// <summary>Checks whether the rest of a string is the beginning of a value: a long value that was truncated.</summary>
    private bool IsCutPart(string text, int at)
    {
        var rest = text.AsSpan(at);
        var index = rest.Length < LeastPart ? _distinct.Length : FirstFrom(rest);
        if (index == _distinct.Length)
        {
            return false;
        }

        var value = _distinct[index];
        return value.Length > rest.Length
            && value.AsSpan().StartsWith(rest, StringComparison.OrdinalIgnoreCase)
            && ((value.Length >= Unmistakable && !IsNumber(value)) || !AreJoined(Before(text, at), text[at]));
    }

    /// <summary>Checks whether a value is not part of a longer word or number.</summary>
    private static bool IsWhole(string text, int at, string value)
    {
        if (IsNumber(value))
        {
            return StandsAlone(text, at, value.Length);
        }

        return value.Length >= Unmistakable
            || (
                !AreJoined(Before(text, at), value[0])
                && !(at + value.Length < text.Length && AreJoined(value[^1], text[at + value.Length]))
            );
    }

    private static bool AreJoined(char one, char other) =>
        (char.IsLetter(one) && char.IsLetter(other)) || (char.IsDigit(one) && char.IsDigit(other));

    private static bool StandsAlone(string text, int at, int length)
    {
        var before = Before(text, at);
        var end = at + length;
        return before is not ('%' or '\\')
            && IsBoundary(before, at > 1 ? text[at - 2] : ' ')
            && (end == text.Length || IsBoundary(text[end], end + 1 < text.Length ? text[end + 1] : ' '));
    }

    /// <summary>
    /// Gets the character before a position; a space at the start, and after an escape: <c>\n</c>, <c>\u000a</c>, <c>%2f</c>.
    /// </summary>
    private static char Before(string text, int at) =>
        at == 0
        || (at > 1 && text[at - 2] == '\\')
        || (at > 2 && text[at - 3] == '%')
        || (at > 5 && text[at - 6] == '\\' && text[at - 5] == 'u')
            ? ' '
            : text[at - 1];

    // "req-1", "1.5" and "E_1" are one token each.
    private static bool IsBoundary(char beside, char beyond) =>
        !char.IsLetterOrDigit(beside) && !(beside is '-' or '_' or '.' && char.IsLetterOrDigit(beyond));
}
