using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime.Tests;

/// <summary>Whoever watches a call cannot change its outcome.</summary>
public sealed class ObserverTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task A_logger_that_throws_changes_nothing(int status)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(status, "{}", ("Retry-After", "0")));
        using var loggers = new ThrowingLoggers();
        using var connection = handler.Connect(configure: options =>
        {
            options.LoggerFactory = loggers;
            options.MaxRetries = 1;
        });

        var end = await Record.ExceptionAsync(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));

        Assert.Equal(status == 200 ? null : (HttpStatusCode)status, (end as KoreXoException)?.Status);
        Assert.Equal(status == 200 ? 1 : 2, handler.Requests.Count);
        Assert.True(loggers.Thrown > 0);
    }

    [Fact]
    public async Task A_listener_that_throws_changes_nothing()
    {
        const string Operation = "listenedTo";
        var thrown = 0;
        using var activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "KoreXo",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Throw(activity.DisplayName.Contains(Operation, StringComparison.Ordinal)),
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "KoreXo")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Throw(IsOurs(tags)));
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Throw(IsOurs(tags)));
        meters.Start();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500), ScriptedHandler.Status(200));
        using var connection = handler.Connect();
        var operation = new OperationDescriptor(TestApi.Api, Operation, HttpMethod.Get, "/x") { Scopes = [], Idempotent = true };

        await connection.SendAsync(TestApi.Request(operation), null, CancellationToken.None);

        Assert.Equal(3, thrown); // a retry, a duration and a span

        void Throw(bool isOurs)
        {
            if (isOurs)
            {
                thrown++;
                throw new InvalidTimeZoneException("mine");
            }
        }

        static bool IsOurs(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var (_, value) in tags)
            {
                if (value is string text && text.Contains(Operation, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class ThrowingLoggers : ILoggerFactory, ILogger
    {
        public int Thrown { get; private set; }

        public void AddProvider(ILoggerProvider provider) { }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() { }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            Thrown++;
            throw new InvalidTimeZoneException("mine");
        }
    }
}
