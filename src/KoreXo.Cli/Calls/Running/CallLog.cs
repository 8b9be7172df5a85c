using KoreXo.Cli.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace KoreXo.Cli.Calls.Running;

/// <summary>
/// Reports why a call takes long: it waits for a rate limit, or is retried. A failure is reported by <see cref="CallFailure"/>.
/// </summary>
/// <param name="remarks">Receives a line for each.</param>
internal sealed class CallLog(TextWriter remarks) : ILoggerProvider, ILogger
{
    // The ids are stable; docs/guides/telemetry.md lists them.
    private const int Retried = 2;
    private const int Paused = 6;
    private const int Waiting = 15;

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("KoreXo", StringComparison.Ordinal) ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (eventId.Id is Retried or Paused or Waiting)
        {
            remarks.WriteLine(ShownText.From(formatter(state, exception)));
        }
    }

    public void Dispose() { }
}
