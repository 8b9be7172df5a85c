using System.Runtime.CompilerServices;

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
    /// <summary>The result of the call, once it has succeeded.</summary>
    public T? Result;

    public override ValueTask ReceiveAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var receiving = receive(this, response, cancellationToken);
        if (!receiving.IsCompletedSuccessfully)
        {
            return WaitAsync(receiving);
        }

        Result = receiving.Result;
        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitAsync(ValueTask<T> receiving) => Result = await receiving.ConfigureAwait(false);
}
