using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>Turns the exception of an attempt into the right one.</summary>
internal static class TransportErrors
{
    /// <summary>
    /// Translates an exception. Once a request was sent, only <see cref="KoreXoException"/>, the caller's cancellation, and what belongs to
    /// others around the call is returned. For example, an <see cref="IOException"/> while the body is read becomes a transient
    /// <see cref="KoreXoException"/> that may have been applied.
    /// </summary>
    public static Exception Translate(Exception fault, Attempt attempt)
    {
        if (fault is HttpRequestException && !attempt.Answered && attempt.IsCancelled)
        {
            fault = new OperationCanceledException(fault.Message, fault); // a connection that was given up because of the cancellation
        }

        var call = attempt.Call;
        var applied = attempt.Answered || (attempt.Sent && MayHaveArrived(fault));
        if (fault is KoreXoException or UnwritableTargetException || IsCallers(fault, attempt))
        {
            return fault;
        }

        call.NoteEffect(applied);
        if (call.Caller.IsCancellationRequested)
        {
            return CallErrors.Cancelled(fault, call);
        }

        var facts = call.Facts() with
        {
            Status = attempt.Answered ? call.Attempt.Answer?.StatusCode : null,
            IsTransient = fault is OperationCanceledException || (attempt.Sent && IsTransient(fault)),
            MayHaveBeenApplied = applied,
        };
        if (fault is not OperationCanceledException)
        {
            return new KoreXoException(ResponseErrors.Message(call, $"{Describe(fault, attempt)}{call.Effort}"), facts, fault);
        }

        if (attempt.Clock.Elapsed || attempt.Idle is { Elapsed: true })
        {
            return TimedOut(fault, attempt, facts);
        }

        if (attempt.Given.IsCancellationRequested)
        {
            return fault; // the cancellation of a user's strategy, which handles it itself
        }

        return fault.InnerException is TimeoutException inner
            ? new KoreXoTimeoutException(
                ResponseErrors.Message(call, $"the {nameof(HttpClient)} given to the client timed out: {inner.Message}"),
                facts,
                inner
            )
            {
                Setting = $"{nameof(HttpClient)}.{nameof(HttpClient.Timeout)}",
            }
            : new KoreXoException(ResponseErrors.Message(call, "something else canceled the transport"), facts, fault);
    }

    /// <summary>
    /// Checks whether a call ends with the exception as it is: nothing was sent yet, so it concerns what the caller passed; only the time
    /// limit may have been exceeded.
    /// </summary>
    private static bool IsCallers(Exception fault, Attempt attempt) =>
        attempt is { Sent: false, Call.Attempts: 0 }
        && !(fault is HttpRequestException or IOException or OperationCanceledException && attempt.Clock.Token.IsCancellationRequested);

    private static KoreXoTimeoutException TimedOut(Exception fault, Attempt attempt, ErrorFacts facts)
    {
        var call = attempt.Call;
        if (!attempt.Clock.Elapsed)
        {
            var idle = call.Options?.IdleTimeout is null
                ? $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.IdleTimeout)}"
                : $"{nameof(CallOptions)}.{nameof(CallOptions.IdleTimeout)}";
            return CallErrors.Timeout(call, facts, fault, attempt.Idle!.Limit, idle, "nothing was sent or received");
        }

        if (attempt.Clock.IsCallDeadline)
        {
            return CallErrors.TimedOut(call, fault, facts);
        }

        var setting = call.Options?.AttemptTimeout is null
            ? $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.AttemptTimeout)}"
            : $"{nameof(CallOptions)}.{nameof(CallOptions.AttemptTimeout)}";
        return CallErrors.Timeout(call, facts, fault, attempt.Clock.Limit, setting, "no complete response to an attempt");
    }

    private static string Describe(Exception fault, Attempt attempt) =>
        fault switch
        {
            _ when !attempt.Sent => $"the retry could not be sent: {fault.GetType().Name}, see the inner exception",
            _ when !attempt.Answered && !MayHaveArrived(fault) =>
                $"the server could not be reached: {fault.Message.TrimEnd('.')}; check {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.Endpoint)}, the proxy (HTTPS_PROXY, NO_PROXY) and the network",
            HttpRequestException or IOException when attempt.Answered =>
                $"the connection closed before the response was complete: {fault.Message}",
            HttpRequestException or IOException => $"the connection closed before the server responded: {fault.Message}",
            _ when attempt.Answered => $"the response cannot be read: {fault.Message}",
            _ =>
                $"sending failed with {fault.GetType().Name}, see the inner exception; it comes from the request body or a handler of the {nameof(HttpClient)}",
        };

    // Decompression throws InvalidDataException for gzip and InvalidOperationException for Brotli.
    private static bool IsTransient(Exception fault) =>
        fault is HttpRequestException or IOException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    // Before a connection is established, nothing can have been applied.
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
    /// <param name="Clock">The time limit of the attempt.</param>
    /// <param name="Idle">The time limit between two bytes, if much is transferred.</param>
    /// <param name="Sent">Whether it was passed to the transport.</param>
    /// <param name="Answered">Whether the response headers had arrived.</param>
    /// <param name="Given">The cancellation token that the attempt was given.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Attempt(
        CallState Call,
        AttemptTimeout Clock,
        IdleTimer? Idle,
        bool Sent,
        bool Answered,
        CancellationToken Given
    )
    {
        public bool IsCancelled => Clock.Token.IsCancellationRequested || Idle is { Token.IsCancellationRequested: true };
    }
}
