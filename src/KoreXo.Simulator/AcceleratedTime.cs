namespace KoreXo.Simulator;

/// <summary>
/// A clock that starts at the time of another clock and runs faster by a factor, including its timers. To accelerate only the windows of
/// rate limits, set it as <see cref="XoSimulatorOptions.RateLimitClock"/>; a client with the same clock also waits for rate limits and
/// polls jobs on it.
/// </summary>
public sealed class AcceleratedTime : TimeProvider
{
    private readonly TimeProvider _source;
    private readonly double _factor;
    private readonly DateTimeOffset _begin;
    private readonly long _beginTimestamp;

    /// <summary>Initializes a new instance of the <see cref="AcceleratedTime"/> class and starts the clock.</summary>
    /// <param name="factor">How many times faster than the other clock it runs; greater than 0.</param>
    /// <param name="source">The other clock. The default is <see cref="TimeProvider.System"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not a number above 0.</exception>
    public AcceleratedTime(double factor, TimeProvider? source = null)
    {
        if (!double.IsFinite(factor) || factor <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be a number above 0.");
        }

        _factor = factor;
        _source = source ?? System;
        _begin = _source.GetUtcNow();
        _beginTimestamp = _source.GetTimestamp();
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => _source.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _source.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _begin + (_source.GetElapsedTime(_beginTimestamp) * _factor);

    // Only what has passed since the start is multiplied, so that the clock starts at the time of the other one.
    /// <inheritdoc/>
    public override long GetTimestamp() => _beginTimestamp + (long)((_source.GetTimestamp() - _beginTimestamp) * _factor);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, _source.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)));

    // Rounded up to the next millisecond, the resolution of timers: one that fires too early would immediately be created again.
    private TimeSpan Shorten(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / _factor));

    private sealed class Timer(AcceleratedTime clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
