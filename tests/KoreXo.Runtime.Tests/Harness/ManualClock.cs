using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// A fake clock that knows when its next timer is due, so that a test can advance from one wait to the next while requests are in flight.
/// <see cref="FakeTimeProvider"/> does not tell.
/// </summary>
internal sealed class ManualClock(DateTimeOffset? start = null)
    : FakeTimeProvider(start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
{
    private readonly ConcurrentDictionary<KnownTimer, (DateTimeOffset At, bool IsSet)> _due = new();

    public long UnixSeconds => GetUtcNow().ToUnixTimeSeconds();

    /// <summary>
    /// Gets the number of timers that are set. One that is just being set does not count: it would miss time that is advanced now.
    /// </summary>
    public int Waiting => Pending().Count(static timer => timer.IsSet);

    /// <summary>Gets the time until the next timer is due; nothing when none is set or just being set.</summary>
    public TimeSpan? ToNext => Pending().Select(static timer => (TimeSpan?)timer.Wait).Min();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new KnownTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    // What is due has fired, or does so on another thread right now.
    private IEnumerable<(TimeSpan Wait, bool IsSet)> Pending()
    {
        var now = GetUtcNow();
        return _due.Values.Where(due => due.At > now).Select(due => (due.At - now, due.IsSet));
    }

    private ITimer CreateSilentTimer(TimerCallback callback) =>
        base.CreateTimer(callback, state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private sealed class KnownTimer : ITimer
    {
        private readonly ManualClock _clock;
        private readonly ITimer _timer;

        public KnownTimer(ManualClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _timer = clock.CreateSilentTimer(_ => callback(state));
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            // Known before it is set, so that it is never overlooked, and corrected afterwards, since time may have passed in between.
            Remember(dueTime, isSet: false);
            var isSet = _timer.Change(dueTime, period);
            Remember(isSet ? dueTime : Timeout.InfiniteTimeSpan, isSet);
            return isSet;
        }

        public void Dispose()
        {
            _clock._due.TryRemove(this, out _);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Remember(TimeSpan dueTime, bool isSet)
        {
            if (dueTime > TimeSpan.Zero)
            {
                _clock._due[this] = (_clock.GetUtcNow() + dueTime, isSet);
            }
            else
            {
                _clock._due.TryRemove(this, out _);
            }
        }
    }
}
