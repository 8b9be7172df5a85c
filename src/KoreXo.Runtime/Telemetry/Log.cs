using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime;

/// <summary>What is logged. The ids and what they mean stay; the category is KoreXo and the name of the API.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation}, attempt {Attempt}: {Result} after {Milliseconds} ms")]
    public static partial void Attempted(this ILogger logger, string operation, int attempt, string result, double milliseconds);

    [LoggerMessage(2, LogLevel.Information, "{Operation} is repeated after attempt {Attempt} in {Delay}: {ErrorType}")]
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

    [LoggerMessage(4, LogLevel.Debug, "{Operation} was cancelled by its caller")]
    public static partial void Cancelled(this ILogger logger, string operation);

    [LoggerMessage(5, LogLevel.Information, "{Operation} waited {Wait} for quota '{Budget}'")]
    public static partial void WaitedForQuota(this ILogger logger, string operation, TimeSpan wait, string budget);

    [LoggerMessage(6, LogLevel.Warning, "{Operation} was refused for rate; calls on quota '{Budget}' are held back for {Wait}")]
    public static partial void HeldBack(this ILogger logger, string operation, string budget, TimeSpan wait);

    [LoggerMessage(7, LogLevel.Information, "{Operation} is not repeated: the budget for repetitions is spent, since too many calls fail")]
    public static partial void BudgetSpent(this ILogger logger, string operation);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "The HttpClient given to the client gives up after {Timeout}, before KoreXoClientOptions.AttemptTimeout ({AttemptTimeout}); set its Timeout to Timeout.InfiniteTimeSpan"
    )]
    public static partial void ImpatientHttpClient(this ILogger logger, TimeSpan timeout, TimeSpan attemptTimeout);

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "The HttpClient of {Client} has a {Handler}, which retries requests of any method, also those that may have been applied; remove it and use KoreXoClientOptions.ConfigureResilience"
    )]
    public static partial void RetriedTwice(this ILogger logger, string client, string handler);

    [LoggerMessage(9, LogLevel.Warning, "There is no setting '{Setting}'; it is ignored. Is it misspelt?")]
    public static partial void UnknownSetting(this ILogger logger, string setting);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "{Store} failed to note something about rate limit '{Budget}' ({ErrorType}); the calls went on without it"
    )]
    public static partial void StoreFailed(this ILogger logger, string store, string budget, string errorType);

    [LoggerMessage(11, LogLevel.Warning, "The setting '{Setting}' has no effect with this kind of credential; remove it")]
    public static partial void UnusedSetting(this ILogger logger, string setting);
}
