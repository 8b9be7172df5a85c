using Polly;
using Polly.Timeout;

namespace KoreXo.Runtime;

/// <summary>Turns the failure of a call, after its last attempt or between two, into the one exception that the caller sees.</summary>
internal static class CallErrors
{
    private const string ConfigureResilience = $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.ConfigureResilience)}";

    public static Exception Translate(Exception fault, CallState call) =>
        fault switch
        {
            KoreXoException failure => call.End(failure),
            OperationCanceledException when call.Caller.IsCancellationRequested => Cancelled(fault, call),
            TimeoutRejectedException timeout => call.End(
                new KoreXoTimeoutException(
                    ResponseErrors.Message(call, $"a strategy of {ConfigureResilience} allows no more than {timeout.Timeout}"),
                    call.Facts() with
                    {
                        IsTransient = true,
                    },
                    timeout
                )
                {
                    Limit = timeout.Timeout,
                    Setting = ConfigureResilience,
                }
            ),
            ExecutionRejectedException => call.End(
                new KoreXoException(
                    ResponseErrors.Message(call, $"not sent: a strategy of {ConfigureResilience} rejected it: {fault.Message}"),
                    call.Facts() with
                    {
                        IsTransient = true,
                    },
                    fault
                )
            ),
            UnwritableTargetException => fault,

            // An exception of a strategy before anything was sent is the caller's own; later, it must not hide that a request was sent.
            _ when call.Attempts > 0 => call.End(
                new KoreXoException(
                    ResponseErrors.Message(
                        call,
                        $"a strategy of {ConfigureResilience} threw {fault.GetType().Name}, see the inner exception"
                    ),
                    call.Facts() with
                    {
                        MayHaveBeenApplied = true,
                    },
                    fault
                )
            ),
            _ => fault,
        };

    /// <summary>Creates the exception for a call that the caller canceled, with the caller's own token.</summary>
    public static OperationCanceledException Cancelled(Exception fault, CallState call) =>
        fault is OperationCanceledException cancelled && cancelled.CancellationToken == call.Caller
            ? cancelled
            : new OperationCanceledException(fault.Message, fault, call.Caller);

    /// <summary>Creates the exception for a call that exceeded its total time limit.</summary>
    public static KoreXoTimeoutException TimedOut(CallState call, Exception? fault, ErrorFacts facts)
    {
        var setting = call.Options?.TotalTimeout is null
            ? $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.TotalTimeout)}"
            : $"{nameof(CallOptions)}.{nameof(CallOptions.TotalTimeout)}";
        return Timeout(call, facts with { IsTransient = true }, fault, call.Clock.Limit, setting, "no complete response");
    }

    public static KoreXoTimeoutException Timeout(
        CallState call,
        ErrorFacts facts,
        Exception? fault,
        TimeSpan limit,
        string setting,
        string what
    ) =>
        new(
            ResponseErrors.Message(call, $"{what} within {limit} ({setting}){call.Effort}"),
            facts,
            new TimeoutException(fault?.Message, fault)
        )
        {
            Limit = limit,
            Setting = setting,
        };
}
