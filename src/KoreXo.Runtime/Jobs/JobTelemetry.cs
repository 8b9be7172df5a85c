using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>Reports one wait for a job to telemetry listeners; costs nothing if there are none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct JobTelemetry
{
    private readonly OperationDescriptor _start;
    private readonly CallOptions? _options;
    private readonly Activity? _activity;

    private JobTelemetry(OperationDescriptor start, CallOptions? options, Activity? activity)
    {
        _start = start;
        _options = options;
        _activity = activity;
    }

    public static JobTelemetry Begin(OperationDescriptor start, CallOptions? options) =>
        new(
            start,
            options,
            // Stryker disable once Conditional : without listeners there is no activity anyway, but its name would be allocated
            Instruments.Source.HasListeners()
                ? Instruments.Source.TryStart($"{start.DisplayName} wait")
                : null
        );

    public void End(ClientSettings settings, TimeSpan waited, int polls, JobOutcome outcome, Exception? fault)
    {
        var end = outcome.ToString().ToLowerInvariant();
        if (Instruments.JobDuration.Enabled)
        {
            var tags = Tags.From(_options?.Tags);
            tags.Add(Tags.Operation, _start.DisplayName);
            tags.Add(Tags.Server, settings.Host);
            tags.Add(Tags.Outcome, end);
            Instruments.JobDuration.TryRecord(waited.TotalSeconds, tags);
        }

        if (_activity is null)
        {
            return;
        }

        foreach (var (name, value) in Tags.From(_options?.Tags))
        {
            _activity.SetTag(name, value);
        }

        _activity.SetTag(Tags.Operation, _start.DisplayName);
        _activity.SetTag(Tags.Outcome, end);
        _activity.SetTag(Tags.Polls, polls);
        if (fault is not null)
        {
            _activity.SetTag(Tags.ErrorType, Tags.ErrorTypeOf(fault));
            _activity.SetStatus(ActivityStatusCode.Error);
        }

        _activity.TryEnd();
    }
}
