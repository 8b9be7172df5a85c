namespace KoreXo.Runtime;

/// <summary>The calls of one partition, for any number of rolling windows. Not safe for use by several threads at once.</summary>
internal sealed class RollingCount
{
    // A ring of the times at which calls ended, the oldest first; as long as the longest window may need, and no longer.
    private long[] _ends = new long[16];
    private int _first;
    private int _count;
    private int _underWay;
    private long _heldUntil;

    /// <summary>Whether nothing is known that could still matter.</summary>
    public bool IsIdle(long now, long longest) => _underWay == 0 && now >= _heldUntil && (_count == 0 || End(_count - 1) + longest <= now);

    public void Take() => _underWay++;

    public void Finish(long now)
    {
        _underWay--;
        if (_count == _ends.Length)
        {
            Grow();
        }

        _ends[(_first + _count) % _ends.Length] = now;
        _count++;
    }

    public void Hold(long until) => _heldUntil = Math.Max(_heldUntil, until);

    public TimeSpan HeldFor(long now) => TimeSpan.FromTicks(Math.Max(0, _heldUntil - now));

    /// <summary>Forgets calls that have left the longest window.</summary>
    public void Forget(long now, long longest)
    {
        while (_count > 0 && _ends[_first] + longest <= now)
        {
            _first = (_first + 1) % _ends.Length;
            _count--;
        }
    }

    public int Remaining(RateWindow window, long now) => Math.Max(0, window.Calls - _underWay - (_count - FirstWithin(window, now)));

    /// <summary>The time until a window has room for one more call after some others. Calls under way count as ending now, so it may turn out longer.</summary>
    public TimeSpan Wait(RateWindow window, int ahead, long now)
    {
        var from = FirstWithin(window, now);
        var length = window.Seconds * TimeSpan.TicksPerSecond;
        var mustLeave = _underWay + (_count - from) + ahead + 1 - window.Calls;
        if (mustLeave <= 0)
        {
            return TimeSpan.Zero;
        }

        if (mustLeave <= _count - from)
        {
            return TimeSpan.FromTicks(End(from + mustLeave - 1) + length - now);
        }

        // Beyond what is known: calls under way and those ahead, a window's worth at a time.
        var rounds = 1 + ((mustLeave - (_count - from) - 1) / window.Calls);
        return TimeSpan.FromTicks(rounds * length);
    }

    private long End(int index) => _ends[(_first + index) % _ends.Length];

    /// <summary>The place of the first call that is still within a window, by halving.</summary>
    private int FirstWithin(RateWindow window, long now)
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
