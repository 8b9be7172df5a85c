namespace KoreXo.Runtime;

/// <summary>
/// How long one call may wait for a rate limit, or because the server asks for it. Docs: decisions/0021-how-long-a-call-waits.md.
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

    /// <summary>Gets the longest wait that may begin now; <see cref="TimeSpan.MaxValue"/> without a limit.</summary>
    public TimeSpan Left { get; private set; }

    /// <summary>
    /// Gets whether all waits of the call, the queue included, share the limit. If not, it applies to each wait, and the queue is free.
    /// </summary>
    public bool IsTotal { get; }

    /// <summary>Gets the setting that the limit comes from.</summary>
    public string Setting { get; }

    /// <summary>Creates a wait without a limit.</summary>
    public static RateLimitWait CreateUnlimited() => new(Timeout.InfiniteTimeSpan, isTotal: true, "");

    /// <summary>Creates a wait that all waits of a call share.</summary>
    public static RateLimitWait FromLimit(TimeSpan limit, string setting) => new(limit, isTotal: true, setting);

    /// <summary>Creates a wait that is long enough for the windows of a rate limit, each time again.</summary>
    public static RateLimitWait FromWindows(IReadOnlyList<RateWindow>? windows, TimeSpan attemptTimeout, string setting) =>
        new(Default(windows, attemptTimeout), isTotal: false, setting);

    /// <summary>Whether a window is so short that its capacity is always worth waiting for.</summary>
    public static bool IsShort(RateWindow window) => window.Seconds <= Minute.TotalSeconds;

    /// <summary>Subtracts a wait from the limit.</summary>
    public void Spend(TimeSpan wait)
    {
        if (IsTotal && Left != TimeSpan.MaxValue && wait > TimeSpan.Zero)
        {
            Left = Left > wait ? Left - wait : TimeSpan.Zero;
        }
    }

    // A call counts until one window after its end, so that is how far capacity can be away when nothing but short windows is full.
    private static TimeSpan Default(IReadOnlyList<RateWindow>? windows, TimeSpan attemptTimeout)
    {
        var longest = 0;
        for (var index = 0; index < windows?.Count; index++)
        {
            longest = IsShort(windows[index]) ? Math.Max(longest, windows[index].Seconds) : longest;
        }

        var window = longest == 0 ? Minute : TimeSpan.FromSeconds(longest);
        return window + (attemptTimeout == Timeout.InfiniteTimeSpan ? DefaultAttemptTimeout : attemptTimeout);
    }
}
