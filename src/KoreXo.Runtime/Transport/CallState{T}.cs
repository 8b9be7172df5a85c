namespace KoreXo.Runtime;

/// <summary>A call whose answer is received in a certain way.</summary>
internal sealed class CallState<T>(
    OperationRequest request,
    CallOptions? options,
    CredentialChoice choice,
    CallDeadline clock,
    QuotaLimiter? limiter,
    RateLimitWait wait,
    Receive<T> receive,
    CancellationToken caller
) : CallState(request, options, choice, clock, limiter, wait, caller)
{
    public Receive<T> Receive { get; } = receive;
}
