using System.Globalization;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Requests;

/// <summary>A time window in a request. If a bound is a date without a time, it covers the whole day.</summary>
internal sealed record TimeWindow
{
    private const int DayLength = 10;
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    /// <summary>Gets a window without bounds.</summary>
    public static TimeWindow Always { get; } = new();

    /// <summary>Gets the first moment; null if there is no lower bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the last moment, or the start of the last day, as given; null if there is no upper bound.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets the first moment after the window; null if there is no upper bound.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <exception cref="RefusalException">400: a bound is not a time, or the window ends before it starts.</exception>
    public static TimeWindow Read(string? from, string? to)
    {
        DateTimeOffset? last = to is null ? null : Moment(to);
        var window = new TimeWindow
        {
            From = from is null ? null : Moment(from),
            To = last,

            // "to=2026-01-31" includes the 31st, and "to=2026-01-31T09:30:00Z" includes that instant. As the first moment after the
            // window both are the same comparison.
            Until = last is { } end ? Shift(end, to!.Length == DayLength ? TimeSpan.FromDays(1) : Instant) : null,
        };
        return window.Until <= window.From
            ? throw RefusalException.BadRequest($"The window of time ends ({to}) before it begins ({from}).")
            : window;
    }

    // The parser of .NET takes more: "10:00" is today in it, and "3/1" a day of this year, by the clock of the computer.
    /// <summary>Returns the moment in one of the formats of the platform's pages: a date, or a date, a T and a time.</summary>
    /// <exception cref="RefusalException">400: the string is not a time.</exception>
    public static DateTimeOffset Moment(string text) =>
        DateOnly.TryParseExact(
            text.AsSpan(0, Math.Min(text.Length, DayLength)),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        )
        && (text.Length == DayLength || text[DayLength] is 'T' or 't')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw RefusalException.BadRequest($"'{text}' is neither a day nor a moment.");

    public bool Contains(DateTimeOffset moment) => (From is not { } from || moment >= from) && (Until is not { } until || moment < until);

    /// <summary>
    /// Returns the window with both bounds: the upper bound defaults to now, the lower one to a time span before the upper.
    /// </summary>
    public TimeWindow Closed(DateTimeOffset now, TimeSpan length)
    {
        var last = To ?? now;
        return new TimeWindow
        {
            From = From ?? Shift(last, -length),
            To = last,
            Until = Until ?? Shift(last, Instant),
        };
    }

    /// <exception cref="RefusalException">400: the window is longer than the limit.</exception>
    public TimeWindow AtMost(TimeSpan longest, string limit) => To - From > longest ? throw TooLong(limit) : this;

    /// <exception cref="RefusalException">400: the window is longer than a number of calendar months.</exception>
    public TimeWindow AtMostMonths(int months) =>
        From?.ToUniversalTime() is { } from && from < DateTimeOffset.MaxValue.AddMonths(-months) && To > from.AddMonths(months)
            ? throw TooLong($"it is at most {months} months")
            : this;

    /// <exception cref="RefusalException">400: the window is as long as the limit or longer.</exception>
    public TimeWindow Below(TimeSpan length, string limit) => To - From >= length ? throw TooLong(limit) : this;

    /// <summary>Returns the shifted moment, clamped to the range of dates.</summary>
    public static DateTimeOffset Shift(DateTimeOffset moment, TimeSpan by) =>
        new(Math.Clamp(moment.UtcTicks + by.Ticks, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    private static RefusalException TooLong(string limit) => RefusalException.BadRequest($"The window of time is too long: {limit}.");
}
