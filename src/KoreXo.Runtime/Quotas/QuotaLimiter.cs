using System.Threading.RateLimiting;

namespace KoreXo.Runtime;

/// <summary>
/// Grants the permits of one partition, first come, first served. The windows are counted by the store; the limiters of
/// System.Threading.RateLimiting do not take a clock.
/// </summary>
/// <remarks>
/// Only the head of the queue tries to acquire a permit; the others wait for their turn. With a window of 60 calls per minute and 150
/// concurrent calls, for example, 60 are sent immediately and 90 queue. The first of these sleeps until the store estimates capacity,
/// acquires its permit, and hands its turn to the next. A call does not queue if its wait is known to exceed its limit.
/// </remarks>
internal sealed class QuotaLimiter(QuotaPartition partition, IReadOnlyList<RateWindow> windows, StoreAccess store, TimeProvider clock)
    : RateLimiter
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    // A timer supports no more than 49 days; longer waits check again in between.
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    // If a pause ends just as their time is up, the calls behind the first must not lose their turn to it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly RateWindow[] _short = [.. windows.Where(RateLimitWait.IsShort)];
    private readonly LinkedList<TaskCompletionSource> _queue = new();
    private long _granted;
    private long _refused;
    private long _usedAt = clock.GetTimestamp();

    public override TimeSpan? IdleDuration => clock.GetElapsedTime(Volatile.Read(ref _usedAt));

    public QuotaPartition Partition => partition;

    public IReadOnlyList<RateWindow> Windows => windows;

    /// <summary>Gets the number of waiting calls.</summary>
    public int Queued
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count;
            }
        }
    }

    public override RateLimiterStatistics GetStatistics() =>
        new()
        {
            CurrentQueuedCount = Queued,
            TotalSuccessfulLeases = Interlocked.Read(ref _granted),
            TotalFailedLeases = Interlocked.Read(ref _refused),
        };

    /// <summary>Acquires a permit, waiting up to the limit. A wait that is known to be too long is not started.</summary>
    public ValueTask<QuotaLease> AcquireAsync(RateLimitWait limit, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _usedAt, clock.GetTimestamp());
        if (Queued > 0)
        {
            return QueueAsync(limit, cancellationToken);
        }

        var taken = store.TryTakeAsync(windows, cancellationToken);
        if (!taken.IsCompletedSuccessfully)
        {
            return TakeOrQueueAsync(taken, limit, cancellationToken);
        }

        return taken.Result ? new ValueTask<QuotaLease>(Grant()) : QueueAsync(limit, cancellationToken);
    }

    /// <summary>Pauses all requests on the budget.</summary>
    /// <returns>Whether the store recorded the pause; if not, the caller must wait on its own.</returns>
    public ValueTask<bool> HoldAsync(TimeSpan time) => store.HoldAsync(time);

    public ValueTask<RateLimitState?> GetStateAsync(CancellationToken cancellationToken) => store.GetStateAsync(windows, cancellationToken);

    public ValueTask EndAsync() => store.EndAsync();

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(permitCount, 1);
        // Only the in-memory store can respond synchronously.
        return Queued == 0 && store.Memory is { } memory && memory.TryTake(partition, windows) ? Grant() : Refuse(Least);
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(permitCount, 1);
        return await AcquireAsync(RateLimitWait.CreateUnlimited(), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<QuotaLease> TakeOrQueueAsync(ValueTask<bool> taken, RateLimitWait limit, CancellationToken cancellationToken) =>
        await taken.ConfigureAwait(false) ? Grant() : await QueueAsync(limit, cancellationToken).ConfigureAwait(false);

    private async ValueTask<QuotaLease> QueueAsync(RateLimitWait limit, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var place = Enter(out var ahead);
        try
        {
            if (await TooLongAsync(limit, ahead, cancellationToken).ConfigureAwait(false) is { } known)
            {
                return Refuse(known);
            }

            if (!await TurnAsync(place.Value.Task, limit, cancellationToken).ConfigureAwait(false))
            {
                return Refuse(await EstimateAsync(ahead: 0, cancellationToken).ConfigureAwait(false));
            }

            while (!await store.TryTakeAsync(windows, cancellationToken).ConfigureAwait(false))
            {
                var wait = await EstimateAsync(ahead: 0, cancellationToken).ConfigureAwait(false);
                if (limit.Left != TimeSpan.MaxValue && wait > limit.Left - (limit.IsTotal ? clock.GetElapsedTime(begun) : TimeSpan.Zero))
                {
                    return Refuse(wait);
                }

                await Task.Delay(
                        wait < Least ? Least
                            : wait > Most ? Most
                            : wait,
                        clock,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }

            return Grant();
        }
        finally
        {
            Leave(place);
        }
    }

    private ValueTask<TimeSpan> EstimateAsync(int ahead, CancellationToken cancellationToken) =>
        store.EstimateAsync(windows, ahead, cancellationToken);

    /// <summary>Gets the time until a permit is available, if it is known to be too long.</summary>
    private async ValueTask<TimeSpan?> TooLongAsync(RateLimitWait limit, int ahead, CancellationToken cancellationToken)
    {
        var estimate = await EstimateAsync(ahead, cancellationToken).ConfigureAwait(false);
        if (estimate <= limit.Left)
        {
            return null;
        }

        if (limit.IsTotal || ahead == 0 || await EstimateAsync(ahead: 0, cancellationToken).ConfigureAwait(false) > limit.Left)
        {
            return estimate;
        }

        // Waiting for the queue in short windows is always acceptable; only what longer windows add may be too much. With a limit of 160 s,
        // for example, the 600th call in the queue of a window of 60 calls per minute waits ten minutes, but a call that must wait for a
        // full hourly window fails.
        var queue = _short.Length == 0 ? TimeSpan.Zero : await store.EstimateAsync(_short, ahead, cancellationToken).ConfigureAwait(false);
        return estimate - queue > limit.Left ? estimate : null;
    }

    private async ValueTask<bool> TurnAsync(Task turn, RateLimitWait limit, CancellationToken cancellationToken)
    {
        try
        {
            var longest = limit.IsTotal && limit.Left != TimeSpan.MaxValue ? limit.Left + Grace : Timeout.InfiniteTimeSpan;
            await turn.WaitAsync(longest, clock, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private LinkedListNode<TaskCompletionSource> Enter(out int ahead)
    {
        var place = new LinkedListNode<TaskCompletionSource>(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            ahead = _queue.Count;
            _queue.AddLast(place);
            if (ahead == 0)
            {
                place.Value.SetResult();
            }
        }

        return place;
    }

    private void Leave(LinkedListNode<TaskCompletionSource> place)
    {
        lock (_gate)
        {
            _queue.Remove(place);
            _queue.First?.Value.TrySetResult();
        }
    }

    private QuotaLease Grant()
    {
        Interlocked.Increment(ref _granted);
        return QuotaLease.Granted(this);
    }

    private QuotaLease Refuse(TimeSpan retryAfter)
    {
        Interlocked.Increment(ref _refused);
        return QuotaLease.Refused(retryAfter);
    }
}
