namespace KoreXo.Simulator;

/// <summary>
/// A clock that begins at the time of another and runs many times as fast, timers included. For the windows of quotas alone, give it as
/// <see cref="XoSimulatorOptions.QuotaClock"/>; a client that is given the same clock waits for quotas and polls for jobs on it too.
/// </summary>
public sealed class AcceleratedTime : TimeProvider
{
    private readonly TimeProvider _source;
    private readonly double _factor;
    private readonly DateTimeOffset _begin;
    private readonly long _beginTimestamp;

    /// <summary>Starts the clock.</summary>
    /// <param name="factor">How many times as fast as the other it runs, more than 0.</param>
    /// <param name="source">The other clock; that of the system when left out.</param>
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

    /// <inheritdoc/>
    public override long GetTimestamp() => _beginTimestamp + (long)((_source.GetTimestamp() - _beginTimestamp) * _factor);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, _source.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)));

    // Up to the next millisecond, which is what timers know: one that rings too early would be asked for again at once.
    private TimeSpan Shorten(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / _factor));

    private sealed class Timer(AcceleratedTime clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Shorten(dueTime), clock.Shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
