namespace KoreXo.Runtime;

/// <summary>
/// The time limit of a whole call. The clock stops while the call waits for a rate limit, or because the server asks for it.
/// </summary>
/// <remarks>
/// It has no timer: no attempt, and no delay before the next one, takes longer than the rest. With a limit of 300 s, for example, a call
/// that ran for 40 s and waited 200 s for a rate limit has 260 s left.
/// </remarks>
internal sealed class CallDeadline
{
    private readonly TimeProvider _clock;
    private readonly long _begun;
    private TimeSpan _left;
    private long _since;
    private bool _paused;

    /// <param name="clock">The clock of the client.</param>
    /// <param name="limit">The time limit, or infinite.</param>
    public CallDeadline(TimeProvider clock, TimeSpan limit)
    {
        (_clock, _left, Limit) = (clock, limit, limit);
        _begun = _since = clock.GetTimestamp();
    }

    public TimeSpan Limit { get; }

    /// <summary>Gets the time since the call started, including waits.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_begun);

    /// <summary>Gets the rest of the time, never negative; infinite without a limit.</summary>
    public TimeSpan Left
    {
        get
        {
            if (Limit == Timeout.InfiniteTimeSpan)
            {
                return Limit;
            }

            var left = _paused ? _left : _left - _clock.GetElapsedTime(_since);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public bool IsOver => Left == TimeSpan.Zero;

    public void Pause()
    {
        _left = Left;
        _paused = true;
    }

    public void Resume()
    {
        if (_paused)
        {
            _paused = false;
            _since = _clock.GetTimestamp();
        }
    }
}
