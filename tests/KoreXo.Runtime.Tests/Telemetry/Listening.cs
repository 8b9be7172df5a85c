using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KoreXo.Runtime.Tests;

/// <summary>Listens to spans and measurements as OpenTelemetry does, for the operations of one test.</summary>
internal sealed class Listening : IDisposable
{
    private readonly string _api;
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measurements = new();

    public Listening(string api)
    {
        _api = api;
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "KoreXo",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.OperationName.StartsWith(_api, StringComparison.Ordinal))
                {
                    _spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "KoreXo")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _meters.Start();
    }

    public IReadOnlyList<Activity> Spans => [.. _spans];

    public IReadOnlyList<(string Name, double Value, Dictionary<string, object?> Tags)> Measurements => [.. _measurements];

    public string Everything =>
        string.Join(
            '\n',
            _spans.Select(span =>
                $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(e => e.Tags))} {string.Join(' ', span.Baggage)}"
            )
        ) + string.Join('\n', _measurements.Select(measured => $"{measured.Name} {string.Join(' ', measured.Tags)}"));

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, tag) in tags)
        {
            all[name] = tag;
        }

        if (all.TryGetValue("korexo.operation", out var operation) && $"{operation}".StartsWith(_api, StringComparison.Ordinal))
        {
            _measurements.Enqueue((instrument.Name, value, all));
        }
    }
}
