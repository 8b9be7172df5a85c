namespace KoreXo.Runtime;

/// <summary>The time that a whole call may take, together with the caller's own token. It stands still while the call waits for quota.</summary>
internal sealed class CallClock : IDisposable
{
    private readonly CancellationSources _sources;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenRegistration _registration;
    private TimeSpan _left;
    private long _since;
    private bool _paused;

    public CallClock(CancellationSources sources, TimeProvider clock, TimeSpan limit, CancellationToken caller)
    {
        _sources = sources;
        _clock = clock;
        Caller = caller;
        Limit = limit;
        if (limit == Timeout.InfiniteTimeSpan)
        {
            Token = caller;
            return;
        }

        _left = limit;
        _since = clock.GetTimestamp();
        _timer = sources.Rent(limit);
        _registration = caller.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), _timer);
        Token = _timer.Token;
    }

    public TimeSpan Limit { get; }

    public CancellationToken Caller { get; }

    /// <summary>Gets the token that ends the call, for whichever reason.</summary>
    public CancellationToken Token { get; }

    /// <summary>Gets whether the time is up; never if the caller gave up, be it at the same moment.</summary>
    public bool Elapsed => _timer is { IsCancellationRequested: true } && !Caller.IsCancellationRequested;

    public void Pause()
    {
        if (_timer is not null && !_paused)
        {
            _paused = true;
            _left -= _clock.GetElapsedTime(_since);
            _timer.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public void Resume()
    {
        if (_timer is not null && _paused)
        {
            _paused = false;
            _since = _clock.GetTimestamp();
            _timer.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        if (_timer is not null)
        {
            _sources.Return(_timer);
        }
    }
}
