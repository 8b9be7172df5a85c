using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime;

/// <summary>The log messages. Event IDs and their meaning are stable; the category is KoreXo and the name of the API.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation}, attempt {Attempt}: {Result} after {Milliseconds} ms")]
    public static partial void Attempted(this ILogger logger, string operation, int attempt, string result, double milliseconds);

    [LoggerMessage(2, LogLevel.Information, "{Operation} failed on attempt {Attempt} and is retried in {Delay}: {ErrorType}")]
    public static partial void Repeated(this ILogger logger, string operation, int attempt, TimeSpan delay, string errorType);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} failed: {ErrorType}, attempts {Attempts}, request id {RequestId}, outcome {Outcome}")]
    public static partial void Failed(
        this ILogger logger,
        string operation,
        string errorType,
        int attempts,
        string? requestId,
        string outcome
    );

    [LoggerMessage(4, LogLevel.Debug, "{Operation} was canceled by its caller")]
    public static partial void Cancelled(this ILogger logger, string operation);

    [LoggerMessage(5, LogLevel.Information, "{Operation} waited {Wait} for rate limit '{Budget}'")]
    public static partial void WaitedForQuota(this ILogger logger, string operation, TimeSpan wait, string budget);

    [LoggerMessage(15, LogLevel.Debug, "{Operation} is waiting for rate limit '{Budget}'")]
    public static partial void WaitingForQuota(this ILogger logger, string operation, string budget);

    [LoggerMessage(6, LogLevel.Warning, "{Operation} was rate limited; requests on rate limit '{Budget}' are paused for {Wait}")]
    public static partial void HeldBack(this ILogger logger, string operation, string budget, TimeSpan wait);

    [LoggerMessage(7, LogLevel.Information, "{Operation} is not retried: the retry budget is exhausted, because too many calls fail")]
    public static partial void BudgetSpent(this ILogger logger, string operation);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "The HttpClient given to the client times out after {Timeout}, before KoreXoClientOptions.AttemptTimeout ({AttemptTimeout}); set its Timeout to Timeout.InfiniteTimeSpan"
    )]
    public static partial void ImpatientHttpClient(this ILogger logger, TimeSpan timeout, TimeSpan attemptTimeout);

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "The HttpClient of {Client} has a {Handler}, which retries requests of any method, even those that may have been applied; remove it and use KoreXoClientOptions.ConfigureResilience"
    )]
    public static partial void RetriedTwice(this ILogger logger, string client, string handler);

    [LoggerMessage(9, LogLevel.Warning, "Unknown setting '{Setting}' is ignored; check its spelling")]
    public static partial void UnknownSetting(this ILogger logger, string setting);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "{Store} failed to update rate limit '{Budget}' ({ErrorType}); calls continued without the update"
    )]
    public static partial void StoreFailed(this ILogger logger, string store, string budget, string errorType);

    [LoggerMessage(13, LogLevel.Warning, "{Store} is unavailable for rate limit '{Budget}' ({ErrorType}); calls are subject to {Policy}")]
    public static partial void StoreUnavailable(this ILogger logger, string store, string budget, string errorType, string policy);

    [LoggerMessage(14, LogLevel.Information, "{Store} is available again for rate limit '{Budget}'")]
    public static partial void StoreRecovered(this ILogger logger, string store, string budget);

    [LoggerMessage(11, LogLevel.Warning, "The setting '{Setting}' has no effect with this kind of credential; remove it")]
    public static partial void UnusedSetting(this ILogger logger, string setting);
}
