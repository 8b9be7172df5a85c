using System.Globalization;

namespace KoreXo.Simulator.Requests;

/// <summary>A stretch of time that a request asks for. Where a bound is a day alone, the whole day counts.</summary>
/// <param name="From">The first moment; null where there is no such bound.</param>
/// <param name="Until">The first moment after it; null where there is no such bound.</param>
internal sealed record TimeWindow(DateTimeOffset? From, DateTimeOffset? Until)
{
    private const int DayLength = 10;

    /// <exception cref="RefusalException">400: the window ends before it begins.</exception>
    public static TimeWindow Read(string? from, string? to)
    {
        var window = new TimeWindow(from is null ? null : Moment(from), to is null ? null : End(to));
        return window.Until < window.From ? throw RefusalException.BadRequest($"The window of time ends ({to}) before it begins ({from}).") : window;
    }

    public bool Contains(DateTimeOffset moment) => (From is not { } from || moment >= from) && (Until is not { } until || moment < until);

    /// <exception cref="RefusalException">400: the window is longer than this.</exception>
    public TimeWindow AtMost(TimeSpan longest, string limit) =>
        Until - From > longest + TimeSpan.FromTicks(1) ? throw RefusalException.BadRequest($"The window of time is too long: {limit}.") : this;

    public static DateTimeOffset Moment(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        ? moment
        : throw RefusalException.BadRequest($"'{text}' is neither a day nor a moment.");

    /// <summary>A last day is taken whole, a last moment is taken with itself.</summary>
    private static DateTimeOffset End(string text) => Moment(text) + (text.Length == DayLength ? TimeSpan.FromDays(1) : TimeSpan.FromTicks(1));
}
