using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime.Tests;

/// <summary>Loggers that keep their entries.</summary>
internal sealed class RecordingLoggers(LogLevel least = LogLevel.Trace) : ILoggerFactory
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyList<Entry> Entries => [.. _entries];

    public string Everything =>
        string.Join('\n', _entries.Select(entry => $"{entry.Category} {entry.Text} {entry.Fault} {string.Join(' ', entry.Values)}"));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }

    internal sealed record Entry(string Category, LogLevel Level, int Id, string Text, Exception? Fault, IReadOnlyList<object?> Values);

    private sealed class Logger(RecordingLoggers owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= owner.Least;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            owner._entries.Enqueue(
                new Entry(
                    category,
                    logLevel,
                    eventId.Id,
                    formatter(state, exception),
                    exception,
                    state is IEnumerable<KeyValuePair<string, object?>> values ? [.. values.Select(value => value.Value)] : []
                )
            );
    }

    private LogLevel Least => least;
}
