namespace KoreXo.Runtime;

/// <summary>The calls of one partition, for any number of rolling windows. Not thread-safe.</summary>
internal sealed class RollingCount
{
    // A ring buffer of the times at which calls ended, oldest first; no longer than the longest window may need. Its length
    // is a power of two, so that a place is found without a division.
    private long[] _ends = new long[16];
    private int _first;
    private int _count;
    private int _underWay;
    private long _pausedUntil;

    /// <summary>Checks whether nothing is recorded that could still matter.</summary>
    public bool IsIdle(long now, long longest) =>
        _underWay == 0 && now >= _pausedUntil && (_count == 0 || End(_count - 1) + longest <= now);

    public void Take() => _underWay++;

    /// <summary>Ends a call, which no longer counts as under way.</summary>
    public void Return() => _underWay--;

    /// <summary>Adds the end of a call, from which the windows start.</summary>
    public void AddEnd(long now)
    {
        if (_count == _ends.Length)
        {
            Grow();
        }

        _ends[(_first + _count) & (_ends.Length - 1)] = now;
        _count++;
    }

    public void Pause(long until) => _pausedUntil = Math.Max(_pausedUntil, until);

    public TimeSpan PausedFor(long now) => TimeSpan.FromTicks(Math.Max(0, _pausedUntil - now));

    /// <summary>Gets a value indicating whether there is a pause, or one that may have ended since the last <see cref="Forget"/>.</summary>
    public bool MayBePaused => _pausedUntil > 0;

    /// <summary>Removes calls that have left the longest window, and a pause that is over.</summary>
    public void Forget(long now, long longest)
    {
        if (now >= _pausedUntil)
        {
            _pausedUntil = 0;
        }

        while (_count > 0 && _ends[_first] + longest <= now)
        {
            _first = (_first + 1) & (_ends.Length - 1);
            _count--;
        }
    }

    /// <summary>Checks whether a window has capacity for a call even if none of the recorded ones has left it.</summary>
    public bool HasSpare(RateLimitWindow window) => ((long)_underWay + _count) < window.Calls;

    /// <summary>Checks whether a window has capacity for a call, without a search where the number of all calls tells.</summary>
    public bool HasCapacity(RateLimitWindow window, long now) => HasSpare(window) || Remaining(window, now) > 0;

    public int Remaining(RateLimitWindow window, long now) => Math.Max(0, window.Calls - _underWay - (_count - FirstWithin(window, now)));

    /// <summary>
    /// Gets the time until a window has capacity for one more call behind a number of others. Calls under way count as ending now, so the
    /// actual time may be longer. If 60 calls per minute are used up, for example, a call with two others ahead waits until the three
    /// oldest calls have left the window; with 62 ahead, it waits one window longer.
    /// </summary>
    public TimeSpan Wait(RateLimitWindow window, int ahead, long now)
    {
        // Each time a whole window's worth of calls is ahead, one more window must pass.
        var length = window.Seconds * TimeSpan.TicksPerSecond;
        var later = TimeSpan.FromTicks(ahead / window.Calls * length);
        var from = FirstWithin(window, now);
        var ended = _count - from;
        var mustLeave = _underWay + ended + (ahead % window.Calls) + 1 - window.Calls;
        if (mustLeave <= 0)
        {
            return later;
        }

        return later + TimeSpan.FromTicks(mustLeave <= ended ? End(from + mustLeave - 1) + length - now : length);
    }

    private long End(int index) => _ends[(_first + index) & (_ends.Length - 1)];

    /// <summary>Finds the first call that is still within a window, by binary search.</summary>
    private int FirstWithin(RateLimitWindow window, long now)
    {
        var start = now - (window.Seconds * TimeSpan.TicksPerSecond);
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = End(middle) <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Grow()
    {
        var larger = new long[_ends.Length * 2];
        for (var index = 0; index < _count; index++)
        {
            larger[index] = End(index);
        }

        (_ends, _first) = (larger, 0);
    }
}
