using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>Reports one call to telemetry listeners; costs nothing if there are none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CallTelemetry
{
    private readonly OperationDescriptor _operation;
    private readonly CallOptions? _options;
    private readonly Activity? _activity;
    private readonly long _begun;

    private CallTelemetry(OperationDescriptor operation, CallOptions? options, Activity? activity, long begun)
    {
        _operation = operation;
        _options = options;
        _activity = activity;
        _begun = begun;
    }

    public static CallTelemetry Begin(ClientSettings settings, OperationDescriptor operation, CallOptions? options) =>
        new(
            operation,
            options,
            // Of kind Internal: the client spans are those of the attempts, which the transport starts.
            Instruments.Source.HasListeners()
                ? Instruments.Source.TryStart(operation.DisplayName)
                : null,
            Instruments.Duration.Enabled ? settings.TimeProvider.GetTimestamp() : 0
        );

    /// <param name="settings">The settings of the client.</param>
    /// <param name="call">The call, unless it failed before it started.</param>
    /// <param name="fault">The exception that ended it.</param>
    public void End(ClientSettings settings, CallState? call, Exception? fault)
    {
        if (fault is not null && settings.LoggerFactory is not null)
        {
            LogEnd(settings.Logger(_operation.Api), fault);
        }

        if (_begun != 0)
        {
            Measure(settings, call, fault);
        }

        if (_activity is not null)
        {
            EndActivity(_activity, settings, call, fault);
        }
    }

    // The message of an exception quotes the server, so it is not logged; whoever catches it can do so.
    private void LogEnd(Microsoft.Extensions.Logging.ILogger logger, Exception fault)
    {
        if (fault is OperationCanceledException)
        {
            logger.Cancelled(_operation.DisplayName);
        }
        else if (fault is KoreXoException failure)
        {
            logger.Failed(_operation.DisplayName, Tags.ErrorTypeOf(fault), failure.Attempts, failure.RequestId, Tags.OutcomeOf(fault));
        }
        else
        {
            logger.Failed(_operation.DisplayName, Tags.ErrorTypeOf(fault), 0, requestId: null, Tags.OutcomeOf(fault));
        }
    }

    private void Measure(ClientSettings settings, CallState? call, Exception? fault)
    {
        var tags = Tags.From(_options?.Tags);
        tags.Add(Tags.Operation, _operation.DisplayName);
        tags.Add(Tags.Server, settings.Host);
        tags.Add(Tags.Outcome, Tags.OutcomeOf(fault));
        if (call?.Choice.Requirement is { Scopes.Length: > 0 } used)
        {
            if (used.Credential is { } kind)
            {
                tags.Add(Tags.Credential, kind);
            }

            tags.Add(Tags.Scopes, Tags.ScopesOf(used));
        }

        if (fault is not null)
        {
            tags.Add(Tags.ErrorType, Tags.ErrorTypeOf(fault));
        }

        Instruments.Duration.TryRecord(settings.TimeProvider.GetElapsedTime(_begun).TotalSeconds, tags);
    }

    private void EndActivity(Activity activity, ClientSettings settings, CallState? call, Exception? fault)
    {
        foreach (var (name, value) in Tags.From(_options?.Tags))
        {
            activity.SetTag(name, value);
        }

        activity.SetTag(Tags.Operation, _operation.DisplayName);
        activity.SetTag(Tags.Outcome, Tags.OutcomeOf(fault));
        activity.SetTag(Tags.Method, _operation.Method.Method);
        activity.SetTag(Tags.Server, settings.Host);
        activity.SetTag(Tags.Port, settings.Port);
        if (_operation.Id.Length > 0)
        {
            activity.SetTag(Tags.Template, _operation.Path);
        }

        if (call?.Choice.Requirement is { Scopes.Length: > 0 } used)
        {
            activity.SetTag(Tags.Credential, used.Credential);
            activity.SetTag(Tags.Scopes, Tags.ScopesOf(used));
        }

        if (call is { Attempt.Answer: { } answer })
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

        activity.TryEnd();
    }
}
