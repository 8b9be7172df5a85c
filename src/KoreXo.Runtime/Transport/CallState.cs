using System.Globalization;

namespace KoreXo.Runtime;

/// <summary>
/// A call in progress: what its attempts so far have shown. They follow one another, so nothing here is locked.
/// </summary>
internal abstract class CallState(
    OperationRequest request,
    CallOptions? options,
    CredentialChoice choice,
    CallDeadline clock,
    QuotaLimiter? limiter,
    RateLimitWait wait,
    CancellationToken caller
) : Call(request, options, choice, clock, limiter, wait, caller)
{
    private List<KoreXoException>? _earlier;
    private bool _mayHaveBeenApplied;

    /// <summary>The current attempt, and between two attempts the last one.</summary>
    public AttemptState Attempt;

    public int Attempts;

    /// <summary>The delay before the next attempt.</summary>
    public TimeSpan NextDelay;

    /// <summary>
    /// Whether the credential has another token after the first one was rejected; <see langword="null"/> before that.
    /// </summary>
    public bool? HasAnotherToken;

    /// <summary>Whether to ask the server (Expect: 100-continue) before a large body is sent.</summary>
    public bool ExpectsContinue = true;

    /// <summary>Whether the call passed through the client's own pipeline.</summary>
    public bool IsGuarded;

    /// <summary>The failure of the first attempt, until the pipeline that decides about it has received it.</summary>
    public KoreXoException? FirstFailure;

    /// <summary>The context that the credential receives, the same for all attempts.</summary>
    public TokenRequestContext? TokenContext;

    /// <summary>
    /// The body that was sent, if it must be known beyond the call: its sensitive values may occur in a response that cannot be read.
    /// </summary>
    public RequestBody? SentBody;

    /// <summary>Gets the number of retries, except one with a renewed token.</summary>
    public int Repetitions { get; private set; }

    /// <summary>Gets the failure of the previous attempt.</summary>
    public KoreXoException? LastFailure => _earlier?[^1];

    /// <summary>
    /// Gets the ID that the server assigned to the request. Since it comes from the server, values of the request are not redacted in it.
    /// </summary>
    public string? RequestId =>
        Attempt.Answer is { } answer && ResponseMetadata.RequestId(answer) is { } id
            ? ErrorBody.Short(Attempt.Redactor?.Code(id) ?? id)
            : null;

    /// <summary>Gets the number and duration of the attempts, to end a message with; empty for a single one.</summary>
    public string Effort =>
        Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({Attempts} attempts in {Clock.Elapsed.TotalSeconds:0.0} s)") : "";

    /// <summary>Receives the response to an attempt as specified, and keeps the result.</summary>
    public abstract ValueTask ReceiveAsync(HttpResponseMessage response, CancellationToken cancellationToken);

    /// <summary>Returns, once, the failure of the first attempt.</summary>
    public KoreXoException? TakeFirstFailure()
    {
        var failure = FirstFailure;
        FirstFailure = null;
        return failure;
    }

    /// <summary>Returns, once, whether the call may be retried with another token.</summary>
    public bool TakeAnotherToken()
    {
        var has = HasAnotherToken == true;
        HasAnotherToken = false;
        return has;
    }

    /// <summary>Returns, once, that the server is no longer asked first, because it does not support the expectation.</summary>
    public bool DropExpectation()
    {
        var expected = ExpectsContinue;
        ExpectsContinue = false;
        return expected && Request.IsTransfer;
    }

    /// <summary>Records that the call is retried after a failure.</summary>
    public void Repeat(KoreXoException failure)
    {
        Repetitions += failure is KoreXoAuthenticationException { Status: not null } ? 0 : 1;
        (_earlier ??= []).Add(failure);
        NoteEffect(failure.MayHaveBeenApplied);
    }

    /// <summary>Records whether an attempt may have been applied, which no later attempt undoes.</summary>
    public void NoteEffect(bool possible) => _mayHaveBeenApplied |= possible;

    /// <summary>Completes the final failure of the call with what came before.</summary>
    public KoreXoException End(KoreXoException failure)
    {
        failure.Complete(Attempts, _mayHaveBeenApplied, _earlier);
        return failure;
    }

    public ErrorFacts Facts() =>
        new()
        {
            Method = Operation.Method.Method,
            Path = Operation.Path,
            OperationId = Operation.Id.Length == 0 ? null : Operation.Id,
            RequestId = RequestId,
            Attempts = Attempts,
        };
}
