using Polly;
using Polly.Timeout;

namespace KoreXo.Runtime;

/// <summary>Turns what a call ends with, after its last attempt or between two, into the one exception that the caller sees.</summary>
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
                    ResponseErrors.Message(call, $"not sent: a strategy of {ConfigureResilience} refused it: {fault.Message}"),
                    call.Facts() with
                    {
                        IsTransient = true,
                    },
                    fault
                )
            ),
            UnwritableTargetException => fault,

            // What a strategy throws before anything was sent is the caller's; later it must not hide that something was.
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

    /// <summary>Says that the caller ended the call, by its own token.</summary>
    public static OperationCanceledException Cancelled(Exception fault, CallState call) =>
        fault is OperationCanceledException cancelled && cancelled.CancellationToken == call.Caller
            ? cancelled
            : new OperationCanceledException(fault.Message, fault, call.Caller);

    /// <summary>Says that the time of the whole call is up.</summary>
    public static KoreXoTimeoutException TimedOut(CallState call, Exception? fault, ErrorFacts facts)
    {
        var setting = call.Options?.Timeout is null
            ? $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.TotalTimeout)}"
            : $"{nameof(CallOptions)}.{nameof(CallOptions.Timeout)}";
        return Timeout(call, facts with { IsTransient = true }, fault, call.Clock.Limit, setting, "no whole answer");
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
