using System.Globalization;
using System.Xml;

namespace KoreXo.Runtime;

/// <summary>ISO 8601 as services use it.</summary>
internal static class IsoTime
{
    private const string Day = "yyyy-MM-dd";
    private const string TimeOfDay = "HH:mm:ss.FFFFFFF";
    private const string Local = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>Parses a date with or without a time, in any common precision; without an offset, UTC is assumed.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        return IsDated(text)
            && DateTimeOffset.TryParse(Trim(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    /// <summary>Parses a date with or without a time; UTC if it has an offset, of unspecified kind otherwise.</summary>
    public static bool TryParseDateTime(ReadOnlySpan<char> text, out DateTime value)
    {
        value = default;
        return IsDated(text) && DateTime.TryParse(Trim(text), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value);
    }

    /// <summary>Parses a date; for a date and time, the date as written.</summary>
    public static bool TryParseDate(string text, out DateOnly value)
    {
        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out value))
        {
            return true;
        }

        var isTime = TryParse(text, out var time);
        value = DateOnly.FromDateTime(time.DateTime);
        return isTime;
    }

    public static bool TryParseTime(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, [TimeOfDay, "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static string Text(DateTimeOffset value) => value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static string Text(DateTime value) =>
        value.Kind == DateTimeKind.Unspecified
            ? value.ToString(Local, CultureInfo.InvariantCulture)
            : value.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    public static string Text(DateOnly value) => value.ToString(Day, CultureInfo.InvariantCulture);

    public static string Text(TimeOnly value) => value.ToString(TimeOfDay, CultureInfo.InvariantCulture);

    /// <summary>
    /// Parses a duration of days and smaller units, such as <c>P1DT2H30M</c>. Years and months have no fixed length and are rejected.
    /// </summary>
    public static bool TryParseDuration(string text, out TimeSpan value)
    {
        value = default;
        var date = text.Split('T')[0];
        if (!text.AsSpan().TrimStart('-').StartsWith("P", StringComparison.Ordinal) || date.AsSpan().ContainsAny('Y', 'M'))
        {
            return false;
        }

        try
        {
            value = XmlConvert.ToTimeSpan(Days(text));
            return true;
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return false;
        }
    }

    public static string Text(TimeSpan value) => XmlConvert.ToString(value);

    // ISO 8601 has weeks; XML does not.
    private static string Days(string text) =>
        text.EndsWith('W') && int.TryParse(text.AsSpan().Trim("-PW"), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)
            ? string.Create(CultureInfo.InvariantCulture, $"{(text[0] == '-' ? "-" : "")}P{weeks * 7L}D")
            : text;

    // The general parser accepts bare numbers and month names; only what starts like a year gets through.
    private static bool IsDated(ReadOnlySpan<char> text) =>
        text.Length >= 10 && text[4] == '-' && !text[..4].ContainsAnyExceptInRange('0', '9');

    // A tick holds no more than seven digits of a second.
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
