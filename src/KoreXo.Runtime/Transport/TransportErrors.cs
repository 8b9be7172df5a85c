using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>Turns what an attempt throws into the right exception.</summary>
internal static class TransportErrors
{
    public static Exception Translate(Exception fault, Attempt attempt)
    {
        // Before it is sent, only the time can be up; what a credential throws is translated already.
        var isOurs =
            fault is HttpRequestException or IOException or OperationCanceledException
            && (attempt.Sent || attempt.Clock.Token.IsCancellationRequested);
        if (!isOurs)
        {
            return fault;
        }

        var call = attempt.Call;
        var applied = attempt.Answered || (attempt.Sent && MayHaveArrived(fault));
        call.NoteEffect(applied);
        if (call.Caller.IsCancellationRequested)
        {
            return CallErrors.Cancelled(fault, call);
        }

        var facts = call.Facts() with { IsTransient = true, MayHaveBeenApplied = applied };
        if (attempt.Clock.Elapsed)
        {
            if (attempt.Clock.IsCallDeadline)
            {
                return CallErrors.TimedOut(call, fault, applied);
            }

            var setting = call.Options?.AttemptTimeout is null
                ? $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.AttemptTimeout)}"
                : $"{nameof(CallOptions)}.{nameof(CallOptions.AttemptTimeout)}";
            return CallErrors.Timeout(call, facts, fault, attempt.Clock.Limit, setting, "no whole answer to an attempt");
        }

        if (fault is not OperationCanceledException)
        {
            var what = attempt.Answered ? "the answer broke off" : "the server could not be reached or broke off";
            return new KoreXoException(ResponseErrors.Message(call, $"{what}: {fault.Message}{call.Effort}"), facts, fault);
        }

        if (attempt.Given.IsCancellationRequested)
        {
            return fault; // a strategy of the user's, which has its own name for it
        }

        return fault.InnerException is TimeoutException inner
            ? new KoreXoTimeoutException(
                ResponseErrors.Message(call, $"the {nameof(HttpClient)} given to the client gave up: {inner.Message}"),
                facts,
                inner
            )
            {
                Setting = $"{nameof(HttpClient)}.{nameof(HttpClient.Timeout)}",
            }
            : new KoreXoException(ResponseErrors.Message(call, "the transport was cancelled from elsewhere"), facts, fault);
    }

    // Before a connection stands, nothing can have had an effect.
    private static bool MayHaveArrived(Exception fault) =>
        fault
            is not HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };

    /// <summary>An attempt that failed.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Clock">The time of the attempt.</param>
    /// <param name="Sent">Whether it was handed to the transport.</param>
    /// <param name="Answered">Whether the head of an answer had come.</param>
    /// <param name="Given">The token that the attempt was given.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Attempt(CallState Call, AttemptTimeout Clock, bool Sent, bool Answered, CancellationToken Given);
}
