namespace KoreXo.Runtime;

/// <summary>The time that a whole call may take, together with the caller's own token. It stands still while the call waits for quota.</summary>
/// <remarks>While an attempt is under way its own timer watches over both limits, so that a call that goes well sets one timer, not two.</remarks>
internal sealed class CallClock : IDisposable
{
    private readonly CancellationSources _sources;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenRegistration _registration;
    private TimeSpan _left;
    private long _since;
    private bool _paused;
    private bool _armed;

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
        _timer = sources.Rent(Timeout.InfiniteTimeSpan);
        _registration = caller.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), _timer);
        Token = _timer.Token;
    }

    public TimeSpan Limit { get; }

    public CancellationToken Caller { get; }

    /// <summary>Gets the token that ends the call, for whichever reason.</summary>
    public CancellationToken Token { get; }

    /// <summary>Gets whether the time is up; never if the caller gave up, be it at the same moment.</summary>
    public bool Elapsed => _timer is { IsCancellationRequested: true } && !Caller.IsCancellationRequested;

    /// <summary>Lets time pass, if it stood still, for an attempt that keeps to the time that is left.</summary>
    /// <returns>The time that is left, not negative; infinite without a limit.</returns>
    public TimeSpan BeginAttempt()
    {
        if (_timer is null)
        {
            return Timeout.InfiniteTimeSpan;
        }

        if (_armed)
        {
            _armed = false;
            _timer.CancelAfter(Timeout.InfiniteTimeSpan);
        }

        if (_paused)
        {
            _paused = false;
            _since = _clock.GetTimestamp();
        }

        var left = _left - _clock.GetElapsedTime(_since);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Watches over the time until the next attempt.</summary>
    public void EndAttempt()
    {
        if (_timer is not null && !_armed)
        {
            var left = BeginAttempt();
            _armed = true;
            _timer.CancelAfter(left);
        }
    }

    /// <summary>Ends the call because an attempt has used up the time of the whole.</summary>
    public void Expire() => _timer?.Cancel();

    /// <summary>Lets time stand still until the next attempt.</summary>
    public void Pause()
    {
        if (_timer is not null && !_paused)
        {
            _paused = true;
            _armed = false;
            _left -= _clock.GetElapsedTime(_since);
            _timer.CancelAfter(Timeout.InfiniteTimeSpan);
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
