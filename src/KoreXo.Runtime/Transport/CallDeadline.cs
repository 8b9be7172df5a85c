using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>
/// The time limit of a whole call. The clock stops while the call waits for a rate limit, or because the server asks for it.
/// </summary>
/// <remarks>
/// It has no timer: no attempt, and no delay before the next one, takes longer than the rest. With a limit of 300 s, for example, a call
/// that ran for 40 s and waited 200 s for a rate limit has 260 s left.
/// </remarks>
/// <param name="clock">The clock of the client.</param>
/// <param name="limit">The time limit, or infinite.</param>
[StructLayout(LayoutKind.Auto)]
internal struct CallDeadline(TimeProvider clock, TimeSpan limit)
{
    private TimeSpan _left = limit;
    private long _begun;
    private long _since;
    private bool _hasBegun;
    private bool _isPaused;

    public readonly TimeSpan Limit = limit;

    /// <summary>Gets the time since the call started, including waits.</summary>
    public readonly TimeSpan Elapsed => _hasBegun ? clock.GetElapsedTime(_begun) : TimeSpan.Zero;

    /// <summary>Gets the rest of the time, never negative; infinite without a limit.</summary>
    public readonly TimeSpan Left
    {
        get
        {
            if (Limit == Timeout.InfiniteTimeSpan || !_hasBegun)
            {
                return Limit;
            }

            var left = _isPaused ? _left : _left - clock.GetElapsedTime(_since);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public readonly bool IsOver => Left == TimeSpan.Zero;

    public void Pause()
    {
        Begin();
        _left = Left;
        _isPaused = true;
    }

    /// <summary>Starts the clock, or lets it go on after a pause.</summary>
    /// <returns>The rest of the time.</returns>
    public TimeSpan Resume()
    {
        if (Begin())
        {
            return Limit; // without reading the clock again
        }

        if (_isPaused)
        {
            _isPaused = false;
            _since = clock.GetTimestamp();
        }

        return Left;
    }

    private bool Begin()
    {
        if (_hasBegun)
        {
            return false;
        }

        _hasBegun = true;
        _begun = _since = clock.GetTimestamp();
        return true;
    }
}
