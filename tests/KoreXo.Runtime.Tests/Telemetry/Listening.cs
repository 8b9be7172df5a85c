using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace KoreXo.Runtime.Tests;

/// <summary>Exports spans and metrics with OpenTelemetry, as an application does, and keeps those of the operations of one test.</summary>
internal sealed class Listening : IDisposable
{
    private readonly string _api;
    private readonly List<Activity> _spans = [];
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly TracerProvider _tracer;
    private readonly MeterProvider _meter;

    public Listening(string api)
    {
        _api = api;
        _tracer = Sdk.CreateTracerProviderBuilder()
            .AddSource("KoreXo")
            .SetSampler(new AlwaysOnSampler())
            .AddInMemoryExporter(_spans)
            .Build();
        _meter = Sdk.CreateMeterProviderBuilder().AddMeter("KoreXo").AddInMemoryExporter(_metrics).Build();
    }

    /// <summary>Gets the spans that have ended. Nothing is exported after it was read once.</summary>
    public IReadOnlyList<Activity> Spans
    {
        get
        {
            _tracer.Shutdown();
            return [.. _spans.Where(span => span.OperationName.StartsWith(_api, StringComparison.Ordinal))];
        }
    }

    /// <summary>Gets the metrics, one for each set of tags. Nothing is exported after they were read once.</summary>
    public IReadOnlyList<(string Name, Dictionary<string, object?> Tags)> Measurements
    {
        get
        {
            _meter.Shutdown();
            return
            [
                .. _metrics
                    .SelectMany(Points)
                    .Where(point => $"{point.Tags.GetValueOrDefault("korexo.operation")}".StartsWith(_api, StringComparison.Ordinal)),
            ];
        }
    }

    public string Everything =>
        string.Join(
            '\n',
            Spans.Select(span =>
                $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(e => e.Tags))} {string.Join(' ', span.Baggage)}"
            )
        ) + string.Join('\n', Measurements.Select(measured => $"{measured.Name} {string.Join(' ', measured.Tags)}"));

    public void Dispose()
    {
        _tracer.Dispose();
        _meter.Dispose();
    }

    private static IEnumerable<(string Name, Dictionary<string, object?> Tags)> Points(MetricSnapshot metric) =>
        metric.MetricPoints.Select(point => (metric.Name, Tags(point)));

    private static Dictionary<string, object?> Tags(MetricPoint point)
    {
        var tags = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in point.Tags)
        {
            tags[name] = value;
        }

        return tags;
    }
}
