using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime;

/// <summary>
/// Accesses a store that may throw or hang. Before a call is sent, this fails the call or lets it wait; afterwards, it must neither hide
/// the call's result nor delay it for long.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="partition">What is counted together.</param>
/// <param name="policy">What to do while the store is unavailable.</param>
/// <param name="clock">The clock of the limits.</param>
/// <param name="logger">Receives exceptions that do not end a call.</param>
internal sealed class StoreAccess(
    IRateLimitStore store,
    RateLimitPartition partition,
    RateLimitStoreFailure policy,
    TimeProvider clock,
    ILogger? logger
)
{
    private static readonly TimeSpan AcquireLimit = TimeSpan.FromSeconds(5);

    // For bookkeeping that nobody depends on: a completed call is not delayed for longer.
    private static readonly TimeSpan NoteLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(15);

    // Counts the calls of this process while the store is unavailable, if they are sent all the same.
    private readonly MemoryPermits? _substitute =
        policy == RateLimitStoreFailure.FailOpen && store is not MemoryRateLimitStore
            ? new MemoryPermits(new MemoryRateLimitStore(clock), partition)
            : null;

    /// <summary>Gets the permits of the partition if the store always responds synchronously.</summary>
    public MemoryPermits? Memory { get; } = store is MemoryRateLimitStore memory ? new MemoryPermits(memory, partition) : null;

    /// <summary>Gets whether the store responds.</summary>
    public StoreAvailability Availability { get; } = new(clock);

    /// <summary>Acquires a permit.</summary>
    /// <exception cref="RateLimitStoreException">The store threw, or did not respond in time.</exception>
    public async ValueTask<RateLimitAcquisition> TryAcquireAsync(PermitRequest request, CancellationToken cancellationToken)
    {
        if (_substitute is not null && !Availability.ShouldTry())
        {
            return Substitute(request);
        }

        try
        {
            using var timeout = new CancellationTokenSource(AcquireLimit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            var pending = store.TryAcquireAsync(request.Permit, either.Token).AsTask();
            request.Pending = pending;
            await WithinAsync(pending, AcquireLimit, cancellationToken).ConfigureAwait(false);
            var acquisition = await pending.ConfigureAwait(false);
            request.Pending = null;
            if (Availability.Succeed())
            {
                logger?.StoreRecovered(store.GetType().Name, partition.Budget);
            }

            return acquisition;
        }
        catch (Exception fault)
        {
            request.Pending ??= Task.CompletedTask; // what threw may have acquired the permit before
            if (cancellationToken.IsCancellationRequested)
            {
                Availability.GiveUp();
                throw new OperationCanceledException(cancellationToken);
            }

            var failure = RateLimitStoreException.From(store, fault is OperationCanceledException ? new TimeoutException() : fault);
            if (Availability.Fail(failure))
            {
                logger?.StoreUnavailable(
                    store.GetType().Name,
                    partition.Budget,
                    Tags.ErrorTypeOf(failure.InnerException!),
                    policy.ToString()
                );
            }

            return _substitute is null ? throw failure : Substitute(request);
        }
    }

    /// <summary>Estimates when a permit will be available; <see langword="null"/> if the store fails.</summary>
    public async ValueTask<TimeSpan?> EstimateAsync(IReadOnlyList<RateLimitWindow> windows, int ahead, CancellationToken cancellationToken)
    {
        if (Memory is not null)
        {
            return await store.EstimateAsync(partition, windows, ahead, cancellationToken).ConfigureAwait(false);
        }

        TimeSpan? estimate = null;
        return
            Availability.Failure is null
            && await NoteAsync(
                    async token => estimate = await store.EstimateAsync(partition, windows, ahead, token).ConfigureAwait(false),
                    cancellationToken
                )
                .ConfigureAwait(false)
            ? estimate
            : null;
    }

    /// <summary>Releases the permit of a call that was sent. If the store fails, this is tried again in the background.</summary>
    public ValueTask ReleaseAsync(PermitRequest? request)
    {
        if (request is not null)
        {
            return ReleaseFromStoreAsync(request);
        }

        Memory!.Release();
        return default;
    }

    /// <summary>Releases, in the background, the permit of a call that was not sent, if the store may have granted it.</summary>
    public void Return(PermitRequest request)
    {
        if (request.Pending is not null)
        {
            _ = KeepReleasingAsync(request, isUsed: false, TimeSpan.Zero);
        }
    }

    /// <summary>Pauses requests.</summary>
    /// <returns>Whether the store recorded the pause.</returns>
    public ValueTask<bool> PauseAsync(TimeSpan time, CancellationToken cancellationToken) =>
        NoteAsync(token => store.PauseAsync(partition, time, token), cancellationToken);

    /// <summary>Gets the remaining capacity of the windows; <see langword="null"/> if the store fails.</summary>
    public async ValueTask<RateLimitState?> GetStateAsync(IReadOnlyList<RateLimitWindow> windows, CancellationToken cancellationToken)
    {
        if (Memory is not null)
        {
            return await store.GetStateAsync(partition, windows, cancellationToken).ConfigureAwait(false);
        }

        RateLimitState? state = null;
        await NoteAsync(
                async token => state = await store.GetStateAsync(partition, windows, token).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);
        return state;
    }

    /// <summary>Waits until it is time to try again, or the store notifies that it is worth trying earlier.</summary>
    public async ValueTask WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (Memory is not null || Availability.Failure is not null)
        {
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(wait, clock, over.Token);
        var signal = SignalAsync(over.Token);
        await Task.WhenAny(delay, signal).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private RateLimitAcquisition Substitute(PermitRequest request)
    {
        var acquisition = _substitute!.TryTake(request.Windows);
        request.IsSubstitute = acquisition.IsAcquired;
        return acquisition;
    }

    private async ValueTask ReleaseFromStoreAsync(PermitRequest request)
    {
        if (request.IsSubstitute)
        {
            _substitute!.Release();
            if (request.Pending is not null)
            {
                _ = KeepReleasingAsync(request, isUsed: true, TimeSpan.Zero);
            }
        }
        else if (!await NoteAsync(token => store.ReleaseAsync(request.Permit, isUsed: true, token), default).ConfigureAwait(false))
        {
            _ = KeepReleasingAsync(request, isUsed: true, TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Releases a permit, again and again until the store has recorded it or the permit expires.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for it.")]
    private async Task KeepReleasingAsync(PermitRequest request, bool isUsed, TimeSpan delay)
    {
        try
        {
            // A permit that is being acquired cannot be released yet. A store that ignores its token is not waited for.
            var pending = request.Pending ?? Task.CompletedTask;
            await pending.WaitAsync(AcquireLimit, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var begun = clock.GetTimestamp();
            while (clock.GetElapsedTime(begun) < request.Permit.Lifetime)
            {
                await Task.Delay(delay, clock).ConfigureAwait(false);
                if (await NoteAsync(token => store.ReleaseAsync(request.Permit, isUsed, token), default).ConfigureAwait(false))
                {
                    return;
                }

                delay = delay + delay + TimeSpan.FromMilliseconds(100);
                delay = delay < LongestDelay ? delay : LongestDelay;
            }
        }
        catch (Exception fault)
        {
            Log(fault);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A store that cannot notify costs nothing but the full wait.")]
    private async Task SignalAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.WaitForCapacityAsync(partition, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the store throws must not change the outcome of a call.")]
    private async ValueTask<bool> NoteAsync(Func<CancellationToken, ValueTask> note, CancellationToken cancellationToken)
    {
        try
        {
            using var timeout = new CancellationTokenSource(NoteLimit, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            var noted = note(either.Token);
            if (!noted.IsCompletedSuccessfully)
            {
                await WithinAsync(noted.AsTask(), NoteLimit, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception fault)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                Log(fault);
            }

            return false;
        }
    }

    private async ValueTask WithinAsync(Task response, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await response.WaitAsync(limit, clock, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A store that responds after that is not listened to, whatever it throws.
            _ = response.ContinueWith(
                static ended => ended.Exception,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
    }

    private void Log(Exception fault) =>
        logger?.StoreFailed(
            store.GetType().Name,
            partition.Budget,
            Tags.ErrorTypeOf(fault is OperationCanceledException ? new TimeoutException() : fault)
        );
}
