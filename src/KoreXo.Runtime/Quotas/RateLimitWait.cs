namespace KoreXo.Runtime;

/// <summary>
/// How long a call may wait for a rate limit, or because the server asks for it. Docs: decisions/0021-how-long-a-call-waits.md.
/// </summary>
internal sealed class RateLimitWait
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DefaultAttemptTimeout = TimeSpan.FromSeconds(100);

    private RateLimitWait(TimeSpan limit, bool isTotal, string setting)
    {
        Left = limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : limit;
        IsTotal = isTotal;
        Setting = setting;
    }

    /// <summary>Gets the longest wait that may start now; <see cref="TimeSpan.MaxValue"/> for no limit.</summary>
    public TimeSpan Left { get; private set; }

    /// <summary>
    /// Gets a value indicating whether all waits of the call, including the queue, share the limit. If not, it applies to each wait, and
    /// the queue does not count.
    /// </summary>
    public bool IsTotal { get; }

    /// <summary>Gets the setting that defines the limit.</summary>
    public string Setting { get; }

    /// <summary>Creates a limit that all waits of a call share.</summary>
    public static RateLimitWait FromLimit(TimeSpan limit, string setting) => new(limit, isTotal: true, setting);

    /// <summary>
    /// Creates a limit that is long enough for the windows of a rate limit and applies to each wait. Calls may share it: it is not spent.
    /// </summary>
    public static RateLimitWait FromWindows(RateLimitWindow[]? windows, TimeSpan attemptTimeout, string setting) =>
        new(Default(windows, attemptTimeout), isTotal: false, setting);

    /// <summary>Checks whether a window is so short that its capacity is always worth waiting for.</summary>
    public static bool IsShort(RateLimitWindow window) => window.Seconds <= Minute.TotalSeconds;

    /// <summary>Subtracts a wait from the limit.</summary>
    public void Spend(TimeSpan wait)
    {
        if (IsTotal && Left != TimeSpan.MaxValue && wait > TimeSpan.Zero)
        {
            Left = Left > wait ? Left - wait : TimeSpan.Zero;
        }
    }

    // A call counts until one window after its end, so capacity is at most that far away while only short windows are full.
    private static TimeSpan Default(RateLimitWindow[]? windows, TimeSpan attemptTimeout)
    {
        var longest = 0;
        for (var index = 0; index < windows?.Length; index++)
        {
            longest = IsShort(windows[index]) ? Math.Max(longest, windows[index].Seconds) : longest;
        }

        var time = longest == 0 ? Minute : TimeSpan.FromSeconds(longest);
        return time + (attemptTimeout == Timeout.InfiniteTimeSpan ? DefaultAttemptTimeout : attemptTimeout);
    }
}
