namespace KoreXo.Runtime;

/// <summary>Limits the time between two bytes, sent or received.</summary>
internal sealed class IdleTimer : IDisposable
{
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _outer;

    /// <param name="clock">The clock.</param>
    /// <param name="limit">The longest silence, or infinite.</param>
    /// <param name="outer">The token that cancels what is watched.</param>
    public IdleTimer(TimeProvider clock, TimeSpan limit, CancellationToken outer)
    {
        _outer = outer;
        Limit = limit;
        Token = outer;
        if (limit != Timeout.InfiniteTimeSpan)
        {
            _timer = new CancellationTokenSource(limit, clock);
            _registration = outer.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), _timer);
            Token = _timer.Token;
        }
    }

    public TimeSpan Limit { get; }

    public CancellationToken Token { get; }

    public bool Elapsed => _timer is { IsCancellationRequested: true } && !_outer.IsCancellationRequested;

    /// <summary>Restarts the timer because something was sent or received.</summary>
    public void Restart()
    {
        try
        {
            _timer?.CancelAfter(Limit);
        }
        catch (ObjectDisposedException)
        {
            // The transport is still sending the body of a call that has ended.
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        _timer?.Dispose();
    }
}
