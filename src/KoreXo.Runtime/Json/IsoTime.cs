using System.Globalization;

namespace KoreXo.Runtime;

/// <summary>ISO 8601 as services write it.</summary>
internal static class IsoTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>Reads a date with or without a time, in any usual precision; without an offset it is UTC.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        // The general parser accepts bare numbers and month names; only what starts like a year is let through.
        if (text.Length < 10 || text[4] != '-' || text[..4].ContainsAnyExceptInRange('0', '9'))
        {
            value = default;
            return false;
        }

        return DateTimeOffset.TryParse(Trim(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    public static string Text(DateTimeOffset value) => value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    // More than seven digits of a second are more than a tick can hold.
    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        if (point < 0)
        {
            return text;
        }

        var digits = text[(point + 1)..].IndexOfAnyExceptInRange('0', '9');
        var end = digits < 0 ? text.Length : point + 1 + digits;
        return end - point <= 8 ? text : string.Concat(text[..(point + 8)], text[end..]);
    }
}
