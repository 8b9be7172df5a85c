using System.Globalization;
using Polly;

namespace KoreXo.Runtime;

/// <summary>Acquires a permit for every attempt; the wait does not count against the time of the call.</summary>
internal sealed class QuotaStrategy(ClientSettings settings) : ResilienceStrategy
{
    protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
        ResilienceContext context,
        TState state
    )
    {
        if (CallState.Find(context) is not { } call)
        {
            return new ValueTask<Outcome<TResult>>(Outcome.FromResult<TResult>(default)); // a probe, which ends here
        }

        call.IsGuarded = true;
        return call.Limiter is null ? callback(context, state) : WithPermitAsync(callback, context, state, call, call.Limiter);
    }

    private async ValueTask<Outcome<TResult>> WithPermitAsync<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
        ResilienceContext context,
        TState state,
        CallState call,
        QuotaLimiter limiter
    )
    {
        QuotaLease lease;
        try
        {
            var waiting = limiter.AcquireAsync(call.Wait, context.CancellationToken);
            lease = waiting.IsCompletedSuccessfully ? waiting.Result : await WaitAsync(waiting, call).ConfigureAwait(false);
        }
        catch (QuotaStoreException fault)
        {
            return Outcome.FromException<TResult>(WithoutStore(call, fault));
        }
        catch (Exception fault)
        {
            return Outcome.FromException<TResult>(fault);
        }

        if (!lease.IsAcquired)
        {
            return Outcome.FromException<TResult>(
                await TooLongAsync(call, limiter, lease.RetryAfter, context.CancellationToken).ConfigureAwait(false)
            );
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
            call.Wait.Spend(waited);
            Tell(call, waited);
        }
    }

    private void Tell(CallState call, TimeSpan waited)
    {
        var (operation, budget) = (call.Operation.DisplayName, call.Limiter!.Partition.Budget);
        settings.Logger(call.Operation.Api).WaitedForQuota(operation, waited, budget);
        if (Instruments.QuotaWait.Enabled)
        {
            var tags = Tags.From(call.Options?.Tags);
            tags.Add(Tags.Operation, operation);
            tags.Add(Tags.Server, settings.Host);
            tags.Add(Tags.Budget, budget);
            Instruments.QuotaWait.Record(waited.TotalSeconds, tags);
        }
    }

    private static KoreXoException WithoutStore(CallState call, QuotaStoreException fault) =>
        new(
            ResponseErrors.Message(
                call,
                $"not sent: no permit for the rate limit '{call.Limiter!.Partition.Budget}', because {fault.Message}{call.Effort}. Check the {nameof(KoreXoClientOptions.QuotaStore)}"
            ),
            call.Facts() with
            {
                IsTransient = true,
            },
            fault.InnerException
        );

    private static async ValueTask<KoreXoRateLimitException> TooLongAsync(
        CallState call,
        QuotaLimiter limiter,
        TimeSpan wait,
        CancellationToken cancellationToken
    )
    {
        var facts = call.Facts() with { RetryAfter = wait, IsTransient = true };
        var state = await limiter.GetStateAsync(cancellationToken).ConfigureAwait(false);
        return new KoreXoRateLimitException(
            ResponseErrors.Message(
                call,
                $"not sent: the rate limit '{limiter.Partition.Budget}' ({Describe(limiter.Windows)}) has no capacity for another {Rounded(wait)}, longer than the call may wait ({call.Wait.Setting}). Retry after that time"
            ),
            facts
        )
        {
            RateLimit = state,
        };
    }

    private static string Describe(IReadOnlyList<RateWindow> windows) =>
        string.Join(
            ", ",
            windows.Select(static window => string.Create(CultureInfo.InvariantCulture, $"{window.Calls} calls in {window.Seconds} s"))
        );

    private static TimeSpan Rounded(TimeSpan wait) =>
        wait > TimeSpan.MaxValue - TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds));
}
