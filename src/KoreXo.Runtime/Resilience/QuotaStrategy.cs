using Polly;

namespace KoreXo.Runtime;

/// <summary>Acquires a permit for every attempt; the wait does not count against the time of the call.</summary>
internal sealed class QuotaStrategy(ClientSettings settings) : ResilienceStrategy
{
    private readonly PermitAcquisition _permits = new(settings);

    protected override ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
        ResilienceContext context,
        TState state
    )
    {
        if (CallKey.Find(context) is not { } call)
        {
            return new ValueTask<Outcome<TResult>>(Outcome.FromResult<TResult>(default)); // a probe, which ends here
        }

        call.IsGuarded = true;

        // The first attempt, if it was sent already, had a permit of its own.
        return call.Limiter is null || call.FirstFailure is not null
            ? callback(context, state)
            : WithPermitAsync(callback, context, state, call);
    }

    private async ValueTask<Outcome<TResult>> WithPermitAsync<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
        ResilienceContext context,
        TState state,
        CallState call
    )
    {
        if (await _permits.AcquireAsync(call, context.CancellationToken).ConfigureAwait(false) is { } fault)
        {
            return Outcome.FromException<TResult>(fault);
        }

        var permit = call.Attempt.TakePermit();
        try
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }
        finally
        {
            await permit.EndAsync().ConfigureAwait(false);
        }
    }
}
