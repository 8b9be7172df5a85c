using Polly;

namespace KoreXo.Runtime;

/// <summary>Takes a permit for every attempt, and waits for it outside the time of the call.</summary>
internal sealed class QuotaStrategy(ClientSettings settings) : ResilienceStrategy
{
    protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var call = CallState.Of(context);
        return call.Limiter is null ? callback(context, state) : WithPermitAsync(callback, context, state, call, call.Limiter);
    }

    private async ValueTask<Outcome<TResult>> WithPermitAsync<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state, CallState call, QuotaLimiter limiter)
    {
        QuotaLease lease;
        var waiting = limiter.AcquireAsync(call.QuotaWaitLeft, context.CancellationToken);
        if (waiting.IsCompletedSuccessfully)
        {
            lease = waiting.Result;
        }
        else
        {
            try
            {
                lease = await WaitAsync(waiting, call).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                return Outcome.FromException<TResult>(fault);
            }
        }

        if (!lease.IsAcquired)
        {
            return Outcome.FromException<TResult>(await TooLongAsync(call, limiter, lease.RetryAfter, context.CancellationToken).ConfigureAwait(false));
        }

        try
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }
        finally
        {
            await lease.EndAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<QuotaLease> WaitAsync(ValueTask<QuotaLease> waiting, CallState call)
    {
        var begun = settings.TimeProvider.GetTimestamp();
        call.Clock.Pause();
        try
        {
            return await waiting.ConfigureAwait(false);
        }
        finally
        {
            var waited = settings.TimeProvider.GetElapsedTime(begun);
            call.SpendQuotaWait(waited);
            Tell(call, waited);
        }
    }

    private void Tell(CallState call, TimeSpan waited)
    {
        var (operation, budget) = (call.Operation.DisplayName, call.Limiter!.Partition.Budget);
        settings.Logger(call.Operation.Api).WaitedForQuota(operation, waited, budget);
        Instruments.QuotaWait.Record(waited.TotalSeconds, new(Tags.Operation, operation), new(Tags.Budget, budget));
    }

    private static async ValueTask<KoreXoRateLimitException> TooLongAsync(CallState call, QuotaLimiter limiter, TimeSpan wait, CancellationToken cancellationToken)
    {
        var facts = call.Facts() with { RetryAfter = wait, IsTransient = true };
        var state = await limiter.GetStateAsync(cancellationToken).ConfigureAwait(false);
        return new KoreXoRateLimitException(
            Failure.Message(call, $"not sent: the quota '{limiter.Partition.Budget}' has room again in {wait} at the earliest, longer than the call may wait ({nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.MaxQuotaWait)})"),
            facts)
        {
            RateLimit = state,
        };
    }
}
