using System.Runtime.ExceptionServices;
using Polly;

namespace KoreXo.Runtime;

/// <summary>
/// Sends calls: chooses the credential, enforces the time limits, and turns every outcome into a response or one exception.
/// </summary>
internal sealed class CallSender : IDisposable
{
    private readonly Type _owner;
    private readonly AttemptSender _attempts;
    private readonly QuotaLimiters _limiters;
    private readonly RetryRule _retry;
    private readonly ResiliencePipeline _pipeline;
    private readonly Receive<ApiResponse> _read;
    private readonly Receive<HttpResponseMessage> _hand;
    private volatile bool _disposed;

    /// <param name="settings">The settings of the client.</param>
    /// <param name="http">The transport.</param>
    /// <param name="owner">The type that the user disposed if the sender is disposed.</param>
    public CallSender(ClientSettings settings, HttpClient http, Type owner)
    {
        if (
            http.Timeout != Timeout.InfiniteTimeSpan
            && (settings.AttemptTimeout == Timeout.InfiniteTimeSpan || http.Timeout < settings.AttemptTimeout)
        )
        {
            settings.LoggerFactory?.CreateLogger(Instruments.Name).ImpatientHttpClient(http.Timeout, settings.AttemptTimeout);
        }

        Settings = settings;
        _owner = owner;
        _attempts = new AttemptSender(settings, http);
        _limiters = new QuotaLimiters(settings);
        _retry = new RetryRule(settings);
        _pipeline = CallPipeline.Build(settings, _retry);
        _read = ReadAsync;
        _hand = HandOnAsync;
    }

    public ClientSettings Settings { get; }

    /// <summary>Sends a call and reads its whole response. Disposes the body of the request.</summary>
    public ValueTask<ApiResponse> SendAsync(OperationRequest request, CallOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, options, _read, cancellationToken);

    /// <summary>Sends a call and returns its response unread.</summary>
    public Task<HttpResponseMessage> SendRawAsync(OperationRequest request, CallOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, options, _hand, cancellationToken).AsTask();

    /// <summary>Sends a call and receives its response as specified. Disposes the body of the request.</summary>
    public async ValueTask<T> SendAsync<T>(
        OperationRequest request,
        CallOptions? options,
        Receive<T> receive,
        CancellationToken cancellationToken
    )
    {
        using var body = request.Body;
        ObjectDisposedException.ThrowIf(_disposed, _owner);
        cancellationToken.ThrowIfCancellationRequested();
        var telemetry = CallTelemetry.Begin(Settings, request.Operation, options);
        CallState<T>? call = null;
        try
        {
            options?.Details?.CopyFrom(new ResponseDetails()); // a reused instance must not report on an earlier call
            var choice = CredentialChooser.Choose(Settings, request.Operation, options);
            var clock = new CallDeadline(Settings.TimeProvider, TotalTimeout(request, options));
            var limiter = _limiters.Find(request, choice.Credential);
            call = new CallState<T>(
                request,
                options,
                choice,
                clock,
                limiter,
                CreateWait(options, limiter?.Windows),
                receive,
                cancellationToken
            );
            var outcome = await RunAsync(call).ConfigureAwait(false);
            if (options?.Details is { } details && limiter is not null)
            {
                details.RateLimit = await limiter.GetStateAsync(cancellationToken).ConfigureAwait(false);
            }

            var result = Result(outcome, call);
            telemetry.End(Settings, call, fault: null);
            return result;
        }
        catch (Exception fault)
        {
            telemetry.End(Settings, call, fault);
            throw;
        }
    }

    /// <summary>Rejects further calls.</summary>
    public void Dispose() => _disposed = true;

    private static T Result<T>(Outcome<T> outcome, CallState call)
    {
        if (outcome.Exception is { } fault)
        {
            var ended = CallErrors.Translate(fault, call);
            if (ended != fault)
            {
                throw ended;
            }

            ExceptionDispatchInfo.Throw(fault);
        }

        return outcome.Result!;
    }

    private async ValueTask<Outcome<T>> RunAsync<T>(CallState<T> call)
    {
        _retry.Begin();
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.Caller);
        try
        {
            call.AttachTo(context);
            return await _pipeline
                .ExecuteOutcomeAsync(
                    static (context, state) =>
                        state.Call.IsGuarded
                            ? state.Attempts.SendAsync(state.Call, context)
                            : throw new InvalidOperationException(CallPipeline.Unusable),
                    context,
                    (Attempts: _attempts, Call: call)
                )
                .ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // Exceptions of the user's own strategies.
            return Outcome.FromException<T>(fault);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Creates the wait of a call from its own limit, that of the client, or the windows of its rate limit.</summary>
    private RateLimitWait CreateWait(CallOptions? options, IReadOnlyList<RateWindow>? windows)
    {
        if (options?.MaxRateLimitWait is { } own)
        {
            return RateLimitWait.FromLimit(own, $"{nameof(CallOptions)}.{nameof(CallOptions.MaxRateLimitWait)}");
        }

        const string OfTheClient = $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.MaxRateLimitWait)}";
        return Settings.MaxRateLimitWait is { } limit
            ? RateLimitWait.FromLimit(limit, OfTheClient)
            : RateLimitWait.FromWindows(windows, Settings.AttemptTimeout, OfTheClient);
    }

    private TimeSpan TotalTimeout(in OperationRequest request, CallOptions? options) =>
        options?.Timeout ?? (request.IsTransfer ? Timeout.InfiniteTimeSpan : Settings.TotalTimeout);

    private ValueTask<HttpResponseMessage> HandOnAsync(CallState call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var own = call.Options?.IdleTimeout;
        var limit = own ?? Settings.IdleTimeout;
        var setting = own is null
            ? $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.IdleTimeout)}"
            : $"{nameof(CallOptions)}.{nameof(CallOptions.IdleTimeout)}";
        if (limit != Timeout.InfiniteTimeSpan)
        {
            response.Content = new ReceivedContent(
                response.Content,
                source => new WatchedStream(source, limit, setting, Settings.TimeProvider)
            );
        }

        return new ValueTask<HttpResponseMessage>(response);
    }

    private async ValueTask<ApiResponse> ReadAsync(CallState call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await PooledBytes.ReadAsync(response.Content, Settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            call.SentBody = call.Operation.SensitiveMembers.Length == 0 ? null : call.Request.Body?.Share();
            var answer = new ApiResponse(call, response.StatusCode, body);
            var fault = body.IsCut
                ? ResponseReader.Unreadable(
                    answer,
                    $"the response is longer than {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.MaxResponseBytes)} ({Settings.MaxResponseBytes})",
                    fault: null
                )
                : ResponseErrors.InSuccess(call, Settings, answer.Status, answer.Body);
            if (fault is not null)
            {
                answer.Dispose();
                throw fault;
            }

            return answer;
        }
    }
}
