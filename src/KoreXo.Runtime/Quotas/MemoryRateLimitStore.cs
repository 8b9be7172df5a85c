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
    private readonly ConcurrentDictionary<RateLimitPartition, PartitionCount> _partitions = new();
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
                static (count, all, now, id) =>
                {
                    if (count.Permits?.Contains(id) == true)
                    {
                        return RateLimitAcquisition.Acquired;
                    }

                    var acquisition = TryTake(count.Calls, all, now);
                    if (acquisition.IsAcquired)
                    {
                        (count.Permits ??= []).Add(id);
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
            static (count, _, now, release) =>
            {
                if (count.Permits?.Remove(release.Id) == true)
                {
                    count.Calls.Return();
                }

                if (release.isUsed)
                {
                    count.Calls.AddEnd(now);
                }

                return 0;
            }
        );
        return default;
    }

    /// <summary>Acquires a permit without an ID, which is released without one.</summary>
    /// <param name="partition">What is counted together.</param>
    /// <param name="windows">The windows of the budget.</param>
    /// <param name="kept">What is counted of the partition, if the caller has it from an earlier time; kept for the next.</param>
    internal RateLimitAcquisition TryTake(RateLimitPartition partition, RateLimitWindow[] windows, ref PartitionCount? kept)
    {
        if (kept is not null && TryTakeSpare(kept, windows))
        {
            return RateLimitAcquisition.Acquired;
        }

        var count = Enter(partition, windows, ref kept, out var now);
        try
        {
            return TryTake(count.Calls, windows, now);
        }
        finally
        {
            Exit(count, now);
        }
    }

    /// <summary>Releases a permit without an ID; the windows start.</summary>
    internal void Release(RateLimitPartition partition, ref PartitionCount? kept)
    {
        var count = Enter(partition, windows: null, ref kept, out var now);
        try
        {
            count.Calls.Return();
            count.Calls.AddEnd(now);
        }
        finally
        {
            Exit(count, now);
        }
    }

    /// <inheritdoc/>
    public ValueTask PauseAsync(RateLimitPartition partition, TimeSpan time, CancellationToken cancellationToken)
    {
        With(
            partition,
            [],
            time,
            static (count, _, now, time) =>
            {
                count.Calls.Pause(now + time.Ticks);
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
    ) => new(With(partition, windows, ahead, static (count, all, now, ahead) => Wait(count.Calls, all, ahead, now)));

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
                static (count, all, now, partition) =>
                {
                    var states = new RateLimitWindowState[all.Length];
                    for (var index = 0; index < states.Length; index++)
                    {
                        states[index] = new RateLimitWindowState(
                            all[index],
                            count.Calls.Remaining(all[index], now),
                            count.Calls.Wait(all[index], ahead: 0, now)
                        );
                    }

                    return new RateLimitState(partition.Budget, states, count.Calls.PausedFor(now));
                }
            )
        );

    /// <summary>Gets the number of partitions with calls that still count.</summary>
    internal int Partitions => _partitions.Count;

    private static RateLimitAcquisition TryTake(RollingCount calls, RateLimitWindow[] windows, long now)
    {
        if (calls.PausedFor(now) > TimeSpan.Zero)
        {
            return RateLimitAcquisition.CreateRejected(Wait(calls, windows, ahead: 0, now));
        }

        foreach (var window in windows)
        {
            if (!calls.HasCapacity(window, now))
            {
                return RateLimitAcquisition.CreateRejected(Wait(calls, windows, ahead: 0, now));
            }
        }

        calls.Take();
        return RateLimitAcquisition.Acquired;
    }

    /// <summary>Acquires a permit if all calls that are recorded leave one, whenever they ended: no clock is read.</summary>
    private static bool TryTakeSpare(PartitionCount count, RateLimitWindow[] windows)
    {
        lock (count)
        {
            if (count.IsGone || count.Calls.MayBePaused)
            {
                return false;
            }

            foreach (var window in windows)
            {
                if (!count.Calls.HasSpare(window) || window.Seconds * TimeSpan.TicksPerSecond > count.Longest)
                {
                    return false;
                }
            }

            count.Calls.Take();
            return true;
        }
    }

    private static TimeSpan Wait(RollingCount calls, RateLimitWindow[] windows, int ahead, long now)
    {
        var longest = calls.PausedFor(now);
        foreach (var window in windows)
        {
            var wait = calls.Wait(window, ahead, now);
            longest = wait > longest ? wait : longest;
        }

        return longest;
    }

    private TResult With<TState, TResult>(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        TState state,
        Func<PartitionCount, RateLimitWindow[], long, TState, TResult> act
    )
    {
        var all = AsArray(windows); // before the lock is taken, since the list is the caller's and may throw
        PartitionCount? unknown = null;
        var count = Enter(partition, all, ref unknown, out var now);
        try
        {
            return act(count, all, now, state);
        }
        finally
        {
            Exit(count, now);
        }
    }

    private static RateLimitWindow[] AsArray(IReadOnlyList<RateLimitWindow> windows) => windows as RateLimitWindow[] ?? [.. windows];

    /// <summary>Locks what is counted of a partition, without the calls that have left the longest window.</summary>
    private PartitionCount Enter(RateLimitPartition partition, RateLimitWindow[]? windows, ref PartitionCount? kept, out long now)
    {
        var count = kept;
        while (true)
        {
            count ??= _partitions.GetOrAdd(partition, static _ => new PartitionCount());
            Monitor.Enter(count);
            if (!count.IsGone)
            {
                break;
            }

            Monitor.Exit(count);
            count = null; // swept in the meantime
        }

        kept = count;
        now = Now();
        for (var index = 0; index < windows?.Length; index++)
        {
            count.Longest = Math.Max(count.Longest, windows[index].Seconds * TimeSpan.TicksPerSecond);
        }

        count.Calls.Forget(now, count.Longest);
        return count;
    }

    private void Exit(PartitionCount count, long now)
    {
        try
        {
            Sweep(now, count);
        }
        finally
        {
            Monitor.Exit(count);
        }
    }

    // Budgets may be counted per job, so partitions come and go indefinitely.
    private void Sweep(long now, PartitionCount current)
    {
        var due = Volatile.Read(ref _sweepAt);
        if (now < due || Interlocked.CompareExchange(ref _sweepAt, now + SweepEvery, due) != due)
        {
            return;
        }

        foreach (var (partition, count) in _partitions)
        {
            // Never waits for a lock while holding one.
            if (count == current || !Monitor.TryEnter(count))
            {
                continue;
            }

            try
            {
                if (count.Calls.IsIdle(now, count.Longest))
                {
                    count.IsGone = true;
                    _partitions.TryRemove(partition, out _);
                }
            }
            finally
            {
                Monitor.Exit(count);
            }
        }
    }

    // Uses the monotonic clock: a change of the wall clock must neither open nor close a window.
    private long Now() => _clock.GetElapsedTime(_begun).Ticks;
}
