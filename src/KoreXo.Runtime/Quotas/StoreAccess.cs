using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime;

/// <summary>
/// Accesses a store that may throw or hang. Before a call is sent, this fails the call; afterwards, it must neither hide the call's result
/// nor delay it for long.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="partition">What is counted together.</param>
/// <param name="limit">The time limit for an operation that a call depends on, or infinite.</param>
/// <param name="clock">The clock of the limits.</param>
/// <param name="logger">Receives exceptions that do not end a call.</param>
internal sealed class StoreAccess(IQuotaStore store, QuotaPartition partition, TimeSpan limit, TimeProvider clock, ILogger? logger)
{
    // For bookkeeping that nobody depends on: a completed call is not delayed for longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Gets the store if it always responds synchronously.</summary>
    public MemoryQuotaStore? Memory => store as MemoryQuotaStore;

    /// <summary>Acquires a permit.</summary>
    /// <exception cref="QuotaStoreException">The store threw, or did not respond in time.</exception>
    public ValueTask<bool> TryTakeAsync(IReadOnlyList<RateWindow> windows, CancellationToken cancellationToken) =>
        AskAsync(
            (store, partition, windows, cancellationToken),
            static given => given.store.TryTakeAsync(given.partition, given.windows, given.cancellationToken),
            cancellationToken
        );

    /// <summary>Estimates when a permit will be available.</summary>
    /// <exception cref="QuotaStoreException">The store threw, or did not respond in time.</exception>
    public ValueTask<TimeSpan> EstimateAsync(IReadOnlyList<RateWindow> windows, int ahead, CancellationToken cancellationToken) =>
        AskAsync(
            (store, partition, windows, ahead, cancellationToken),
            static given => given.store.EstimateAsync(given.partition, given.windows, given.ahead, given.cancellationToken),
            cancellationToken
        );

    /// <summary>Releases a permit. If the store fails to record it, the call counts as under way, which is the safe side.</summary>
    public async ValueTask EndAsync() =>
        await NoteAsync((store, partition), static given => given.store.EndAsync(given.partition)).ConfigureAwait(false);

    /// <summary>Pauses requests.</summary>
    /// <returns>Whether the store recorded the pause.</returns>
    public ValueTask<bool> HoldAsync(TimeSpan time) =>
        NoteAsync((store, partition, time), static given => given.store.HoldAsync(given.partition, given.time));

    /// <summary>Gets the remaining capacity of the windows; <see langword="null"/> if the store fails.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The state is informational and must not cost the call its result.")]
    public async ValueTask<RateLimitState?> GetStateAsync(IReadOnlyList<RateWindow> windows, CancellationToken cancellationToken)
    {
        try
        {
            var state = store.GetStateAsync(partition, windows, cancellationToken);
            return state.IsCompletedSuccessfully
                ? state.Result
                : await state.AsTask().WaitAsync(Patience, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            Log(fault);
            return null;
        }
    }

    private ValueTask<T> AskAsync<T, TState>(TState state, Func<TState, ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        ValueTask<T> answer;
        try
        {
            answer = ask(state);
        }
        catch (Exception fault) when (!IsCancelled(fault, cancellationToken))
        {
            throw Failed(fault);
        }

        return answer.IsCompletedSuccessfully ? answer : WithinAsync(answer.AsTask(), cancellationToken);
    }

    private async ValueTask<T> WithinAsync<T>(Task<T> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.WaitAsync(limit, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (!IsCancelled(fault, cancellationToken))
        {
            throw Failed(fault);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The call has ended, and the store must not change its outcome.")]
    private async ValueTask<bool> NoteAsync<TState>(TState state, Func<TState, ValueTask> note)
    {
        try
        {
            var noted = note(state);
            if (!noted.IsCompletedSuccessfully)
            {
                await noted.AsTask().WaitAsync(Patience, clock, CancellationToken.None).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception fault)
        {
            Log(fault);
            return false;
        }
    }

    private void Log(Exception fault) => logger?.StoreFailed(store.GetType().Name, partition.Budget, Tags.ErrorTypeOf(fault));

    private QuotaStoreException Failed(Exception fault) => new(store.GetType().Name, fault);

    private static bool IsCancelled(Exception fault, CancellationToken cancellationToken) =>
        fault is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
