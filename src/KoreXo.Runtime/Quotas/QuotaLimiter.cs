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
internal sealed class QuotaLimiter(
    RateLimitPartition partition,
    RateLimitWindow[] windows,
    RateLimitWait usualWait,
    StoreAccess store,
    TimeProvider clock
)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    // A timer supports no more than 49 days; longer waits check again in between.
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    // If a pause ends just as their time is up, the calls behind the first must not lose their turn to it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    // How long calls wait for a store that has failed.
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly LinkedList<TaskCompletionSource> _queue = new();
    private int _queued;
    private bool _isUsed;
    private long _usedAt = clock.GetTimestamp();

    public RateLimitPartition Partition => partition;

    public IReadOnlyList<RateLimitWindow> Windows => windows;

    /// <summary>Gets the longest wait of a call, unless its options or those of the client say otherwise.</summary>
    public RateLimitWait UsualWait => usualWait;

    /// <summary>Gets the number of waiting calls.</summary>
    public int Queued => Volatile.Read(ref _queued);

    /// <summary>
    /// Gets the time for which no call is known: since the first time that this was asked after the last call, so that calls need not read
    /// the clock.
    /// </summary>
    public TimeSpan GetIdleDuration()
    {
        if (_isUsed)
        {
            _isUsed = false;
            _usedAt = clock.GetTimestamp();
        }

        return clock.GetElapsedTime(_usedAt);
    }

    /// <summary>Acquires a permit that is counted in this process and free at once, as nearly every one is.</summary>
    public bool TryAcquire(out QuotaLease lease)
    {
        _isUsed = true;
        var isFree = store.Memory is { } memory && Queued == 0 && memory.TryTake(windows).IsAcquired;
        lease = isFree ? QuotaLease.Granted(this, permit: null) : default;
        return isFree;
    }

    /// <summary>Acquires a permit, waiting up to the limit. A wait that is known to be too long is not started.</summary>
    /// <param name="limit">How long to wait.</param>
    /// <param name="lifetime">How long the permit counts if the process ends before it is released.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="RateLimitStoreException">The store is unavailable.</exception>
    public ValueTask<QuotaLease> AcquireAsync(RateLimitWait limit, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (TryAcquire(out var lease))
        {
            return new ValueTask<QuotaLease>(lease);
        }

        return store.Memory is null
            ? AcquireFromStoreAsync(limit, lifetime, cancellationToken)
            : QueueAsync(limit, request: null, known: null, cancellationToken);
    }

    /// <summary>Pauses all requests on the budget.</summary>
    /// <returns>Whether the store recorded the pause; if not, the caller must wait on its own.</returns>
    public ValueTask<bool> PauseAsync(TimeSpan time, CancellationToken cancellationToken) => store.PauseAsync(time, cancellationToken);

    public ValueTask<RateLimitState?> GetStateAsync(CancellationToken cancellationToken) => store.GetStateAsync(windows, cancellationToken);

    public ValueTask ReleaseAsync(PermitRequest? request) => store.ReleaseAsync(request);

    private async ValueTask<QuotaLease> AcquireFromStoreAsync(RateLimitWait limit, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var request = new PermitRequest(new RateLimitPermit(partition, windows, lifetime), windows);
        QuotaLease lease = default;
        try
        {
            TimeSpan? known = null;
            if (Queued == 0)
            {
                var acquisition = await TryAcquireAsync(request, limit, begun: null, cancellationToken).ConfigureAwait(false);
                if (acquisition?.IsAcquired == true)
                {
                    return lease = QuotaLease.Granted(this, request);
                }

                known = acquisition?.RetryAfter;
            }

            return lease = await QueueAsync(limit, request, known, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!lease.IsAcquired)
            {
                store.Return(request);
            }
        }
    }

    private async ValueTask<QuotaLease> QueueAsync(
        RateLimitWait limit,
        PermitRequest? request,
        TimeSpan? known,
        CancellationToken cancellationToken
    )
    {
        var begun = clock.GetTimestamp();
        var place = Enter(out var ahead);
        try
        {
            known = ahead == 0 ? known : null;
            if (await TooLongAsync(limit, ahead, known, cancellationToken).ConfigureAwait(false) is { } tooLong)
            {
                return QuotaLease.Refused(tooLong);
            }

            if (!await TurnAsync(place.Value.Task, limit, cancellationToken).ConfigureAwait(false))
            {
                return Refuse(await store.EstimateAsync(windows, ahead: 0, cancellationToken).ConfigureAwait(false));
            }

            var failures = 0;
            while (true)
            {
                if (known is { } wait)
                {
                    if (wait > Left(limit, begun))
                    {
                        return Refuse(failures == 0 ? wait : null);
                    }

                    await store.WaitAsync(Clamp(wait), cancellationToken).ConfigureAwait(false);
                }

                var acquisition = await TryAcquireAsync(request, limit, begun, cancellationToken).ConfigureAwait(false);
                if (acquisition?.IsAcquired == true)
                {
                    return QuotaLease.Granted(this, request);
                }

                failures = acquisition is null ? failures + 1 : 0;
                known = acquisition?.RetryAfter ?? StoreDelay(failures);
            }
        }
        finally
        {
            Leave(place);
        }
    }

    /// <summary>
    /// Tries to acquire a permit; <see langword="null"/> if the store failed and the call may wait for it. Calls that are still waiting
    /// when the store has failed for too long fail together, without each of them waiting for it.
    /// </summary>
    private async ValueTask<RateLimitAcquisition?> TryAcquireAsync(
        PermitRequest? request,
        RateLimitWait limit,
        long? begun,
        CancellationToken cancellationToken
    )
    {
        if (request is null)
        {
            return store.Memory!.TryTake(windows);
        }

        var availability = store.Availability;
        if (begun is not null && !MayWait() && availability.SinceFailure < StorePatience && availability.Failure is { } failure)
        {
            throw failure;
        }

        try
        {
            return await store.TryAcquireAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (RateLimitStoreException) when (MayWait())
        {
            return null;
        }

        // The time in the queue counts, and only from when the store began to fail. With 200 calls queued, each would otherwise wait its
        // own 30 seconds once its turn came, and the last for more than an hour; so all of them give up at about the same time.
        bool MayWait()
        {
            var waited = begun is { } start ? clock.GetElapsedTime(start) : TimeSpan.Zero;
            waited = waited < availability.FailingFor ? waited : availability.FailingFor;
            return waited < StorePatience && (begun is { } at ? Left(limit, at) : limit.Left) > TimeSpan.Zero;
        }
    }

    private TimeSpan Left(RateLimitWait limit, long begun) =>
        limit.IsTotal && limit.Left != TimeSpan.MaxValue ? limit.Left - clock.GetElapsedTime(begun) : limit.Left;

    private static TimeSpan Clamp(TimeSpan wait) =>
        wait < Least ? Least
        : wait > Most ? Most
        : wait;

    /// <summary>
    /// Refuses a permit; without a known wait, because the store failed: then that is what ends the call, and not the rate limit.
    /// </summary>
    private QuotaLease Refuse(TimeSpan? wait) =>
        wait is null && store.Availability.Failure is { } failure ? throw failure : QuotaLease.Refused(wait ?? Grace);

    private static TimeSpan StoreDelay(int failures) => failures > 4 ? Grace : TimeSpan.FromMilliseconds(50 << failures);

    /// <summary>Gets the time until a permit is available, if it is known to be too long.</summary>
    private async ValueTask<TimeSpan?> TooLongAsync(RateLimitWait limit, int ahead, TimeSpan? known, CancellationToken cancellationToken)
    {
        if (limit.Left == TimeSpan.MaxValue || (ahead == 0 && known is null))
        {
            return null;
        }

        var estimate = known ?? await EstimateAsync(windows, ahead).ConfigureAwait(false);
        if (estimate <= limit.Left)
        {
            return null;
        }

        if (limit.IsTotal || ahead == 0 || await EstimateAsync(windows, 0).ConfigureAwait(false) > limit.Left)
        {
            return estimate;
        }

        // Waiting for the queue in short windows is always acceptable; only what longer windows add may be too much. With a limit of 160 s,
        // for example, the 600th call in the queue of a window of 60 calls per minute waits ten minutes, but a call that must wait for a
        // full hourly window fails.
        var shorter = Array.FindAll(windows, RateLimitWait.IsShort);
        var queue = shorter.Length == 0 ? TimeSpan.Zero : await EstimateAsync(shorter, ahead).ConfigureAwait(false);
        return estimate - queue > limit.Left ? estimate : null;

        // A store that fails knows of no wait; the call finds out when it is its turn.
        async ValueTask<TimeSpan> EstimateAsync(IReadOnlyList<RateLimitWindow> windows, int ahead) =>
            await store.EstimateAsync(windows, ahead, cancellationToken).ConfigureAwait(false) ?? TimeSpan.Zero;
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
            _queued = _queue.Count;
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
            _queued = _queue.Count;
            _queue.First?.Value.TrySetResult();
        }
    }
}
