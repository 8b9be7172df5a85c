namespace KoreXo.Runtime;

/// <summary>Turns what the transport throws into the right exception.</summary>
internal static class TransportFault
{
    /// <summary>Whether a fault is the transport's, rather than a mistake in a program.</summary>
    public static bool Is(Exception fault) => fault is HttpRequestException or IOException or OperationCanceledException;

    /// <param name="fault">The fault.</param>
    /// <param name="call">The call.</param>
    /// <param name="limit">Its limit.</param>
    /// <param name="answered">Whether the head of an answer had come.</param>
    public static Exception Translate(Exception fault, CallState call, TimeLimit limit, bool answered)
    {
        if (limit.Caller.IsCancellationRequested)
        {
            return new OperationCanceledException(fault.Message, fault, limit.Caller);
        }

        var facts = call.Facts() with { IsTransient = true, MayHaveBeenApplied = answered || (call.Attempts > 0 && MayHaveArrived(fault)) };
        if (limit.Elapsed)
        {
            return new KoreXoTimeoutException(
                Failure.Message(call, $"no whole answer within {limit.Value} ({nameof(CallOptions)}.{nameof(CallOptions.Timeout)})"),
                facts,
                new TimeoutException(fault.Message, fault)) { Limit = limit.Value };
        }

        if (fault is OperationCanceledException)
        {
            return fault.InnerException is TimeoutException inner
                ? new KoreXoTimeoutException(Failure.Message(call, $"the {nameof(HttpClient)} given to the client gave up: {inner.Message}"), facts, inner)
                : new KoreXoException(Failure.Message(call, "the transport was cancelled from elsewhere"), facts, fault);
        }

        return new KoreXoException(
            Failure.Message(call, answered ? $"the answer broke off: {fault.Message}" : $"the server could not be reached or broke off: {fault.Message}"),
            facts,
            fault);
    }

    // Before a connection stands, nothing can have had an effect.
    private static bool MayHaveArrived(Exception fault) => fault is not HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError
    };
}
