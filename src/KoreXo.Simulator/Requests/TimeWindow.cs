using System.Globalization;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Requests;

/// <summary>A stretch of time that a request asks for. Where a bound is a day alone, the whole day counts.</summary>
internal sealed record TimeWindow
{
    private const int DayLength = 10;
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    /// <summary>A window without bounds.</summary>
    public static TimeWindow Always { get; } = new();

    /// <summary>The first moment; null where there is no such bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last moment, or the begin of the last day, as it was given; null where there is no such bound.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The first moment after the window; null where there is no such bound.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <exception cref="RefusalException">400: a bound is no time, or the window ends before it begins.</exception>
    public static TimeWindow Read(string? from, string? to)
    {
        DateTimeOffset? last = to is null ? null : Moment(to);
        var window = new TimeWindow
        {
            From = from is null ? null : Moment(from),
            To = last,
            Until = last is { } end ? Shift(end, to!.Length == DayLength ? TimeSpan.FromDays(1) : Instant) : null,
        };
        return window.Until <= window.From
            ? throw RefusalException.BadRequest($"The window of time ends ({to}) before it begins ({from}).")
            : window;
    }

    /// <exception cref="RefusalException">400: the text is no time.</exception>
    public static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw RefusalException.BadRequest($"'{text}' is neither a day nor a moment.");

    public bool Contains(DateTimeOffset moment) => (From is not { } from || moment >= from) && (Until is not { } until || moment < until);

    /// <summary>The window with both bounds: a last moment that is missing is now, a first one lies this long before the last.</summary>
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

    /// <exception cref="RefusalException">400: more than this lies between the two bounds.</exception>
    public TimeWindow AtMost(TimeSpan longest, string limit) => To - From > longest ? throw TooLong(limit) : this;

    /// <exception cref="RefusalException">400: this or more lies between the two bounds.</exception>
    public TimeWindow Below(TimeSpan length, string limit) => To - From >= length ? throw TooLong(limit) : this;

    /// <summary>The moment before or after, within the years that there are.</summary>
    private static DateTimeOffset Shift(DateTimeOffset moment, TimeSpan by) =>
        new(Math.Clamp(moment.UtcTicks + by.Ticks, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    private static RefusalException TooLong(string limit) => RefusalException.BadRequest($"The window of time is too long: {limit}.");
}
