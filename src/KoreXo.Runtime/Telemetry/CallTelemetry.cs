using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>Tells whoever listens about one call; costs nothing when nobody does.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CallTelemetry
{
    private readonly OperationDescriptor _operation;
    private readonly Activity? _activity;
    private readonly long _begun;

    private CallTelemetry(OperationDescriptor operation, Activity? activity, long begun)
    {
        _operation = operation;
        _activity = activity;
        _begun = begun;
    }

    public static CallTelemetry Begin(ClientSettings settings, OperationDescriptor operation) => new(
        operation,
        Instruments.Source.HasListeners() ? Instruments.Source.StartActivity(operation.DisplayName, ActivityKind.Client) : null,
        Instruments.Duration.Enabled ? settings.TimeProvider.GetTimestamp() : 0);

    /// <param name="settings">The client.</param>
    /// <param name="call">The call, unless it failed before it began.</param>
    /// <param name="fault">What it ended with.</param>
    public void End(ClientSettings settings, CallState? call, Exception? fault)
    {
        if (fault is not null && settings.LoggerFactory is not null)
        {
            LogEnd(settings.Logger(_operation.Api), fault);
        }

        if (_begun != 0)
        {
            Measure(settings.TimeProvider.GetElapsedTime(_begun), fault);
        }

        if (_activity is not null)
        {
            EndActivity(_activity, settings, call, fault);
        }
    }

    // The message of an exception quotes the server, so it is not logged; who catches it can.
    private void LogEnd(Microsoft.Extensions.Logging.ILogger logger, Exception fault)
    {
        if (fault is OperationCanceledException)
        {
            logger.Cancelled(_operation.DisplayName);
        }
        else if (fault is KoreXoException failure)
        {
            logger.Failed(_operation.DisplayName, failure.Attempts, Tags.ErrorTypeOf(fault), failure.RequestId, Tags.OutcomeOf(fault));
        }
        else
        {
            logger.Failed(_operation.DisplayName, 0, Tags.ErrorTypeOf(fault), requestId: null, Tags.OutcomeOf(fault));
        }
    }

    private void Measure(TimeSpan time, Exception? fault)
    {
        var tags = new TagList { { Tags.Operation, _operation.DisplayName }, { Tags.Outcome, Tags.OutcomeOf(fault) } };
        if (fault is not null)
        {
            tags.Add(Tags.ErrorType, Tags.ErrorTypeOf(fault));
        }

        Instruments.Duration.Record(time.TotalSeconds, tags);
    }

    private void EndActivity(Activity activity, ClientSettings settings, CallState? call, Exception? fault)
    {
        activity.SetTag(Tags.Operation, _operation.DisplayName);
        activity.SetTag(Tags.Outcome, Tags.OutcomeOf(fault));
        activity.SetTag(Tags.Method, _operation.Method.Method);
        activity.SetTag(Tags.Server, settings.Host);
        activity.SetTag(Tags.Port, settings.Port);
        if (_operation.Id.Length > 0)
        {
            activity.SetTag(Tags.Template, _operation.Path);
        }

        if (call is { Answer: { } answer })
        {
            activity.SetTag(Tags.Status, (int)answer.StatusCode);
        }

        if (call is { RequestId: { } id })
        {
            activity.SetTag(Tags.RequestId, id);
        }

        if (call is { Attempts: > 1 })
        {
            activity.SetTag(Tags.Resends, call.Attempts - 1);
        }

        if (fault is not null)
        {
            activity.SetTag(Tags.ErrorType, Tags.ErrorTypeOf(fault));
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }
}
