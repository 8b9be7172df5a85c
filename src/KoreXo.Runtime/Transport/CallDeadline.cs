namespace KoreXo.Runtime;

/// <summary>
/// The time that a whole call may take. It stands still while the call waits for quota, or because the server asks for it.
/// </summary>
/// <remarks>It has no timer: an attempt takes no longer than what is left, nor does the delay before the next one.</remarks>
internal sealed class CallDeadline(TimeProvider clock, TimeSpan limit)
{
    private readonly long _begun = clock.GetTimestamp();
    private TimeSpan _left = limit;
    private long _since = clock.GetTimestamp();
    private bool _paused;

    public TimeSpan Limit { get; } = limit;

    /// <summary>Gets the time since the call began, waits included.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_begun);

    /// <summary>Gets the time that is left, not negative; infinite without a limit.</summary>
    public TimeSpan Left
    {
        get
        {
            if (Limit == Timeout.InfiniteTimeSpan)
            {
                return Limit;
            }

            var left = _paused ? _left : _left - clock.GetElapsedTime(_since);
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
            _since = clock.GetTimestamp();
        }
    }
}
