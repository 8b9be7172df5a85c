namespace KoreXo.Runtime;

/// <summary>A call whose response is received as specified.</summary>
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
