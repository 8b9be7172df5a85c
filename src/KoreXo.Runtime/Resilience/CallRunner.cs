using System.Runtime.CompilerServices;

namespace KoreXo.Runtime;

/// <summary>
/// Runs the attempts of a call. The first one is sent directly; the pipeline takes over if it fails and may be retried, or from the start
/// if the user configured one. Docs: decisions/0047-first-attempt.md.
/// </summary>
internal sealed class CallRunner
{
    private readonly ClientSettings _settings;
    private readonly AttemptSender _attempts;
    private readonly PermitAcquisition _permits;
    private readonly RetryRule _retry;
    private CallPipeline? _pipeline;

    public CallRunner(ClientSettings settings, AttemptSender attempts)
    {
        _settings = settings;
        _attempts = attempts;
        _permits = new PermitAcquisition(settings);
        _retry = new RetryRule(settings);
        if (settings.ConfigureResilience is not null)
        {
            _pipeline = CallPipeline.Create(settings, _retry, attempts); // an invalid one must fail the construction
        }
    }

    /// <summary>Runs a call; its result is kept in it.</summary>
    /// <returns>The exception that ended the call; <see langword="null"/> for success.</returns>
    public ValueTask<Exception?> RunAsync<T>(CallState<T> call)
    {
        _retry.Begin();
        return _settings.ConfigureResilience is null ? RunDirectlyAsync(call) : _pipeline!.RunAsync(call);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Exception?> RunDirectlyAsync<T>(CallState<T> call)
    {
        var fault = call.Limiter is null ? null : await _permits.AcquireAsync(call, call.Caller).ConfigureAwait(false);
        if (fault is null)
        {
            try
            {
                fault = await _attempts.SendAsync(call, call.Caller).ConfigureAwait(false);
            }
            finally
            {
                await call.Attempt.TakePermit().EndAsync().ConfigureAwait(false);
            }
        }

        return fault is KoreXoException failure && RetryRule.MayRetry(failure)
            ? await RetryAsync(call, failure).ConfigureAwait(false)
            : fault;
    }

    private ValueTask<Exception?> RetryAsync<T>(CallState<T> call, KoreXoException failure)
    {
        // Two calls may both create it here; it has no state.
        _pipeline ??= CallPipeline.Create(_settings, _retry, _attempts);
        call.FirstFailure = failure;
        return _pipeline.RunAsync(call);
    }
}
