using System.Collections.Concurrent;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// Counts calls in this process. A client that is created by its constructor has its own store, unless several are given the same one;
/// registered clients share one per server. Permits count until they are released; none outlives the process.
/// </summary>
/// <param name="clock">The clock of the windows; the system clock if omitted.</param>
public sealed class MemoryRateLimitStore(TimeProvider? clock = null) : IRateLimitStore
{
    private static readonly long SweepEvery = TimeSpan.FromMinutes(1).Ticks;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<RateLimitPartition, Entry> _entries = new();
    private readonly long _begun = (clock ?? TimeProvider.System).GetTimestamp();
    private long _sweepAt = SweepEvery;

    /// <inheritdoc/>
    public ValueTask<RateLimitAcquisition> TryAcquireAsync(RateLimitPermit permit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permit);
        return new(
            With(
                permit.Partition,
                permit.Windows,
                permit.Id,
                static (entry, all, now, id) =>
                {
                    if (entry.Permits?.Contains(id) == true)
                    {
                        return RateLimitAcquisition.Acquired;
                    }

                    var acquisition = TryTake(entry.Count, all, now);
                    if (acquisition.IsAcquired)
                    {
                        (entry.Permits ??= []).Add(id);
                    }

                    return acquisition;
                }
            )
        );
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(RateLimitPermit permit, bool isUsed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(permit);
        With(
            permit.Partition,
            permit.Windows,
            (permit.Id, isUsed),
            static (entry, _, now, release) =>
            {
                if (entry.Permits?.Remove(release.Id) == true)
                {
                    entry.Count.Return();
                }

                if (release.isUsed)
                {
                    entry.Count.AddEnd(now);
                }

                return 0;
            }
        );
        return default;
    }

    /// <summary>Acquires a permit without an ID, which is released by <see cref="Release"/>.</summary>
    internal RateLimitAcquisition TryTake(RateLimitPartition partition, IReadOnlyList<RateLimitWindow> windows)
    {
        var entry = Enter(partition, windows, out var now);
        try
        {
            return TryTake(entry.Count, windows, now);
        }
        finally
        {
            Exit(entry, now);
        }
    }

    /// <summary>Releases a permit without an ID; the windows start.</summary>
    internal void Release(RateLimitPartition partition)
    {
        var entry = Enter(partition, [], out var now);
        try
        {
            entry.Count.Return();
            entry.Count.AddEnd(now);
        }
        finally
        {
            Exit(entry, now);
        }
    }

    /// <inheritdoc/>
    public ValueTask PauseAsync(RateLimitPartition partition, TimeSpan time, CancellationToken cancellationToken)
    {
        With(
            partition,
            [],
            time,
            static (entry, _, now, time) =>
            {
                entry.Count.Pause(now + time.Ticks);
                return 0;
            }
        );
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<TimeSpan> EstimateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    ) => new(With(partition, windows, ahead, static (entry, all, now, ahead) => Wait(entry.Count, all, ahead, now)));

    /// <inheritdoc/>
    public ValueTask<RateLimitState> GetStateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        CancellationToken cancellationToken
    ) =>
        new(
            With(
                partition,
                windows,
                partition,
                static (entry, all, now, partition) =>
                {
                    var states = new RateLimitWindowState[all.Count];
                    for (var index = 0; index < states.Length; index++)
                    {
                        states[index] = new RateLimitWindowState(
                            all[index],
                            entry.Count.Remaining(all[index], now),
                            entry.Count.Wait(all[index], ahead: 0, now)
                        );
                    }

                    return new RateLimitState(partition.Budget, states, entry.Count.PausedFor(now));
                }
            )
        );

    /// <summary>Gets the number of partitions with calls that still count.</summary>
    internal int Partitions => _entries.Count;

    private static RateLimitAcquisition TryTake(RollingCount count, IReadOnlyList<RateLimitWindow> windows, long now)
    {
        if (count.PausedFor(now) > TimeSpan.Zero)
        {
            return RateLimitAcquisition.CreateRejected(Wait(count, windows, ahead: 0, now));
        }

        for (var index = 0; index < windows.Count; index++)
        {
            if (count.Remaining(windows[index], now) == 0)
            {
                return RateLimitAcquisition.CreateRejected(Wait(count, windows, ahead: 0, now));
            }
        }

        count.Take();
        return RateLimitAcquisition.Acquired;
    }

    private static TimeSpan Wait(RollingCount count, IReadOnlyList<RateLimitWindow> windows, int ahead, long now)
    {
        var longest = count.PausedFor(now);
        for (var index = 0; index < windows.Count; index++)
        {
            var wait = count.Wait(windows[index], ahead, now);
            longest = wait > longest ? wait : longest;
        }

        return longest;
    }

    private TResult With<TState, TResult>(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        TState state,
        Func<Entry, IReadOnlyList<RateLimitWindow>, long, TState, TResult> act
    )
    {
        var entry = Enter(partition, windows, out var now);
        try
        {
            return act(entry, windows, now, state);
        }
        finally
        {
            Exit(entry, now);
        }
    }

    /// <summary>Locks what is counted of a partition, without the calls that have left the longest window.</summary>
    private Entry Enter(RateLimitPartition partition, IReadOnlyList<RateLimitWindow> windows, out long now)
    {
        // Before the lock is taken, since the list is the caller's and may throw.
        var longest = 0L;
        for (var index = 0; index < windows.Count; index++)
        {
            longest = Math.Max(longest, windows[index].Seconds * TimeSpan.TicksPerSecond);
        }

        while (true)
        {
            var entry = _entries.GetOrAdd(partition, static _ => new Entry());
            Monitor.Enter(entry);
            if (entry.IsGone)
            {
                Monitor.Exit(entry);
                continue; // swept in the meantime
            }

            now = Now();
            entry.Longest = Math.Max(entry.Longest, longest);
            entry.Count.Forget(now, entry.Longest);
            return entry;
        }
    }

    private void Exit(Entry entry, long now)
    {
        try
        {
            Sweep(now, entry);
        }
        finally
        {
            Monitor.Exit(entry);
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

        /// <summary>Gets or sets the IDs of the permits in use that have one.</summary>
        public HashSet<Guid>? Permits { get; set; }

        public long Longest { get; set; }

        public bool IsGone { get; set; }
    }
}
