using Polly;
using Polly.Timeout;

namespace KoreXo.Runtime;

/// <summary>Turns what a call ends with, after its last attempt or between two, into the one exception that the caller sees.</summary>
internal static class CallEnd
{
    private const string ConfigureResilience = $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.ConfigureResilience)}";

    public static Exception Translate(Exception fault, CallState call) => fault switch
    {
        KoreXoException failure => call.End(failure),
        OperationCanceledException when call.Clock.Token.IsCancellationRequested => Ended(Cancelled(fault, call), call),
        TimeoutRejectedException timeout => call.End(new KoreXoTimeoutException(
            Failure.Message(call, $"a strategy of {ConfigureResilience} allows no more than {timeout.Timeout}"),
            call.Facts() with { IsTransient = true },
            timeout) { Limit = timeout.Timeout, Setting = ConfigureResilience }),
        ExecutionRejectedException => call.End(new KoreXoException(
            Failure.Message(call, $"not sent: a strategy of {ConfigureResilience} refused it: {fault.Message}"),
            call.Facts() with { IsTransient = true },
            fault)),
        _ => fault,
    };

    private static Exception Ended(Exception fault, CallState call) => fault is KoreXoException failure ? call.End(failure) : fault;

    /// <summary>Says who ended the call: its caller, or its time limit.</summary>
    public static Exception Cancelled(Exception fault, CallState call)
    {
        if (call.Clock.Caller.IsCancellationRequested)
        {
            return fault is OperationCanceledException cancelled && cancelled.CancellationToken == call.Clock.Caller
                ? fault
                : new OperationCanceledException(fault.Message, fault, call.Clock.Caller);
        }

        var setting = call.Options?.Timeout is null
            ? $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.TotalTimeout)}"
            : $"{nameof(CallOptions)}.{nameof(CallOptions.Timeout)}";
        return Timeout(call, call.Facts() with { IsTransient = true }, fault, call.Clock.Limit, setting, "no whole answer");
    }

    public static KoreXoTimeoutException Timeout(CallState call, ErrorFacts facts, Exception fault, TimeSpan limit, string setting, string what) =>
        new(Failure.Message(call, $"{what} within {limit} ({setting})"), facts, new TimeoutException(fault.Message, fault)) { Limit = limit, Setting = setting };
}
