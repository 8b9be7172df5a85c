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

    /// <summary>Sends the first attempt of a call, or all of them with the user's pipeline; a result is kept in the call.</summary>
    /// <returns>The exception that ended it; <see langword="null"/> for success.</returns>
    public ValueTask<Exception?> RunAsync<T>(CallState<T> call)
    {
        _retry.Begin();
        if (_settings.ConfigureResilience is not null)
        {
            call.Clock.Resume(); // the user's strategies take time of the call
            return _pipeline!.RunAsync(call);
        }

        if (call.Limiter is null)
        {
            return _attempts.SendAsync(call, call.Caller);
        }

        // Nearly every permit is free at once.
        var acquiring = _permits.AcquireAsync(call, call.Caller);
        return !acquiring.IsCompletedSuccessfully ? SendWithPermitAsync(acquiring, call)
            : acquiring.Result is { } fault ? new ValueTask<Exception?>(fault)
            : _attempts.SendAsync(call, call.Caller);
    }

    /// <summary>Checks whether the pipeline decides about the failure of a first attempt.</summary>
    public bool MayRetry(KoreXoException failure) => _settings.ConfigureResilience is null && RetryRule.MayRetry(failure);

    /// <summary>Runs what is left of a call after its first attempt failed; a result is kept in the call.</summary>
    /// <returns>The exception that ended the call; <see langword="null"/> for success.</returns>
    public ValueTask<Exception?> RetryAsync<T>(CallState<T> call, KoreXoException failure)
    {
        // Two calls may both create it here; it has no state.
        _pipeline ??= CallPipeline.Create(_settings, _retry, _attempts);
        call.FirstFailure = failure;
        return _pipeline.RunAsync(call);
    }

    private async ValueTask<Exception?> SendWithPermitAsync(ValueTask<Exception?> acquiring, CallState call) =>
        await acquiring.ConfigureAwait(false) ?? await _attempts.SendAsync(call, call.Caller).ConfigureAwait(false);
}
