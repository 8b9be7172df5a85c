using System.Collections.Concurrent;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// Counts calls in this process. A client that is created by its constructor has its own store, unless several are given the same one;
/// registered clients share one per server.
/// </summary>
/// <param name="clock">The clock of the windows; the system clock if omitted.</param>
public sealed class MemoryQuotaStore(TimeProvider? clock = null) : IQuotaStore
{
    private static readonly long SweepEvery = TimeSpan.FromMinutes(1).Ticks;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<QuotaPartition, Entry> _entries = new();
    private readonly long _begun = (clock ?? TimeProvider.System).GetTimestamp();
    private long _sweepAt = SweepEvery;

    /// <inheritdoc/>
    public ValueTask<bool> TryTakeAsync(QuotaPartition partition, IReadOnlyList<RateWindow> windows, CancellationToken cancellationToken) =>
        new(TryTake(partition, windows));

    internal bool TryTake(QuotaPartition partition, IReadOnlyList<RateWindow> windows) =>
        With(
            partition,
            windows,
            0,
            static (count, all, now, _) =>
            {
                if (count.HeldFor(now) > TimeSpan.Zero)
                {
                    return false;
                }

                for (var index = 0; index < all.Count; index++)
                {
                    if (count.Remaining(all[index], now) == 0)
                    {
                        return false;
                    }
                }

                count.Take();
                return true;
            }
        );

    /// <inheritdoc/>
    public ValueTask EndAsync(QuotaPartition partition)
    {
        With(
            partition,
            [],
            0,
            static (count, _, now, _) =>
            {
                count.Finish(now);
                return 0;
            }
        );
        return default;
    }

    /// <inheritdoc/>
    public ValueTask HoldAsync(QuotaPartition partition, TimeSpan time)
    {
        With(
            partition,
            [],
            time,
            static (count, _, now, time) =>
            {
                count.Hold(now + time.Ticks);
                return 0;
            }
        );
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<TimeSpan> EstimateAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    ) =>
        new(
            With(
                partition,
                windows,
                ahead,
                static (count, all, now, ahead) =>
                {
                    var longest = count.HeldFor(now);
                    for (var index = 0; index < all.Count; index++)
                    {
                        var wait = count.Wait(all[index], ahead, now);
                        longest = wait > longest ? wait : longest;
                    }

                    return longest;
                }
            )
        );

    /// <inheritdoc/>
    public ValueTask<RateLimitState> GetStateAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        CancellationToken cancellationToken
    ) =>
        new(
            With(
                partition,
                windows,
                partition,
                static (count, all, now, partition) =>
                {
                    var states = new RateWindowState[all.Count];
                    for (var index = 0; index < states.Length; index++)
                    {
                        states[index] = new RateWindowState(
                            all[index],
                            count.Remaining(all[index], now),
                            count.Wait(all[index], ahead: 0, now)
                        );
                    }

                    return new RateLimitState(partition.Budget, states, count.HeldFor(now));
                }
            )
        );

    /// <summary>Gets the number of partitions with calls that still count.</summary>
    internal int Partitions => _entries.Count;

    private TResult With<TState, TResult>(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        TState state,
        Func<RollingCount, IReadOnlyList<RateWindow>, long, TState, TResult> act
    )
    {
        while (true)
        {
            var entry = _entries.GetOrAdd(partition, static _ => new Entry());
            lock (entry)
            {
                if (entry.IsGone)
                {
                    continue; // swept in the meantime
                }

                var now = Now();
                for (var index = 0; index < windows.Count; index++)
                {
                    entry.Longest = Math.Max(entry.Longest, windows[index].Seconds * TimeSpan.TicksPerSecond);
                }

                entry.Count.Forget(now, entry.Longest);
                var result = act(entry.Count, windows, now, state);
                Sweep(now, entry);
                return result;
            }
        }
    }

    // Budgets may be counted per job, so partitions come and go indefinitely.
    private void Sweep(long now, Entry current)
    {
        var due = Volatile.Read(ref _sweepAt);
        if (now < due || Interlocked.CompareExchange(ref _sweepAt, now + SweepEvery, due) != due)
        {
            return;
        }

        foreach (var (partition, entry) in _entries)
        {
            // Never waits for a lock while holding one.
            if (entry == current || !Monitor.TryEnter(entry))
            {
                continue;
            }

            try
            {
                if (entry.Count.IsIdle(now, entry.Longest))
                {
                    entry.IsGone = true;
                    _entries.TryRemove(partition, out _);
                }
            }
            finally
            {
                Monitor.Exit(entry);
            }
        }
    }

    // Uses the monotonic clock: a change of the wall clock must neither open nor close a window.
    private long Now() => _clock.GetElapsedTime(_begun).Ticks;

    private sealed class Entry
    {
        public RollingCount Count { get; } = new();

        public long Longest { get; set; }

        public bool IsGone { get; set; }
    }
}
