using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime;

/// <summary>A logger of the user whose exceptions change nothing: a call that was sent keeps its outcome, and retries go on.</summary>
[SuppressMessage("Design", "CA1031", Justification = "Where logging fails, the failure cannot be logged.")]
internal sealed class HarmlessLogger(ILogger logger) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return logger.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        try
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // A failure of logging cannot be logged.
        }
    }
}
