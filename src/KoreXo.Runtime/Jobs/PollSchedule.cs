using System.Diagnostics.CodeAnalysis;

namespace KoreXo.Runtime;

/// <summary>The delays of one wait for a job.</summary>
internal sealed class PollSchedule
{
    private const double Growth = 1.5;

    // Whatever is configured, polling must not become a busy loop.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private readonly JobPolling _polling;
    private readonly TimeProvider _clock;
    private readonly long _begun;
    private TimeSpan _next;
    private TimeSpan _least;
    private bool _skip;

    public PollSchedule(JobPolling polling, TimeProvider clock, bool immediately)
    {
        _polling = polling;
        _clock = clock;
        _begun = clock.GetTimestamp();
        _next = polling.InitialDelay;
        _skip = immediately;
    }

    /// <summary>Gets the number of delays that have ended, which is the number of polls.</summary>
    public int Polls { get; private set; }

    public TimeSpan Elapsed => _clock.GetElapsedTime(_begun);

    public bool IsOver => _polling.Timeout != Timeout.InfiniteTimeSpan && Elapsed >= _polling.Timeout;

    /// <summary>Waits before the next poll, but not beyond the time limit, so that the last poll happens at its end.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Spreads load; nothing depends on it being unpredictable.")]
    public async Task DelayAsync(CancellationToken cancellationToken)
    {
        if (_skip)
        {
            _skip = false;
            Polls++;
            return;
        }

        var delay = Max(Backoff.Spread(_next, Random.Shared.NextDouble()), _least);
        _least = TimeSpan.Zero;
        if (_polling.Timeout != Timeout.InfiniteTimeSpan)
        {
            // A timer ignores what is less than a millisecond: with 0.4 ms left, it would not wait at all, again and again.
            var left = (_polling.Timeout - Elapsed).TotalMilliseconds;
            delay = Min(delay, TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(left, 0))));
        }

        await Task.Delay(Min(delay, ClientSettings.LongestLimit), _clock, cancellationToken).ConfigureAwait(false);
        Polls++;
        _next = Max(Shortest, Min(_next * Growth, _polling.MaxDelay));
    }

    /// <summary>Sets a minimum for the next delay, as requested by the server.</summary>
    public void DelayAtLeast(TimeSpan? least) => _least = least ?? TimeSpan.Zero;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => new(Math.Max(one.Ticks, other.Ticks));

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => new(Math.Min(one.Ticks, other.Ticks));
}
