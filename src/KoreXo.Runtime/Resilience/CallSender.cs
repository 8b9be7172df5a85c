using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace KoreXo.Runtime;

/// <summary>
/// Sends calls: chooses the credential, enforces the time limits, and turns every outcome into a response or one exception.
/// </summary>
internal sealed class CallSender : IDisposable
{
    private const string NoResult =
        $"The pipeline of {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.ConfigureResilience)} returned neither a response nor an exception.";

    private readonly Type _owner;
    private readonly QuotaLimiters _limiters;
    private readonly AttemptSender _attempts;
    private readonly CallRunner _runner;
    private readonly Receive<ApiResponse> _read;
    private readonly Receive<HttpResponseMessage> _hand;
    private readonly RateLimitWait _waitWithoutWindows;
    private volatile bool _disposed;

    /// <param name="settings">The settings of the client.</param>
    /// <param name="transport">Sends the messages.</param>
    /// <param name="owner">The type that the user disposed if the sender is disposed.</param>
    public CallSender(ClientSettings settings, MessageTransport transport, Type owner)
    {
        if (
            transport.Timeout != Timeout.InfiniteTimeSpan
            && (settings.AttemptTimeout == Timeout.InfiniteTimeSpan || transport.Timeout < settings.AttemptTimeout)
        )
        {
            settings.LoggerFactory?.CreateLogger(Instruments.Name).ImpatientHttpClient(transport.Timeout, settings.AttemptTimeout);
        }

        Settings = settings;
        _owner = owner;
        _limiters = new QuotaLimiters(settings);
        _waitWithoutWindows = _limiters.UsualWait(windows: null);
        _attempts = new AttemptSender(settings, transport);
        _runner = new CallRunner(settings, _attempts);
        _read = ReadAsync;
        _hand = HandOnAsync;
    }

    public ClientSettings Settings { get; }

    /// <summary>Sends a call and reads its whole response. Disposes the body of the request.</summary>
    public ValueTask<ApiResponse> SendAsync(OperationRequest request, CallOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, options, _read, cancellationToken);

    /// <summary>Returns a reader that puts a response into a buffer, which is kept for the next one.</summary>
    public Receive<ApiResponse> ReadInto(KeptBuffer buffer) =>
        (call, response, cancellationToken) => ReadAsync(call, response, buffer, cancellationToken);

    /// <summary>Sends a call and returns its response unread.</summary>
    public Task<HttpResponseMessage> SendRawAsync(OperationRequest request, CallOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, options, _hand, cancellationToken).AsTask();

    /// <summary>Sends a call, reads its whole response, and makes the result from it. Disposes the body of the request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="state">What <paramref name="finish"/> needs.</param>
    /// <param name="finish">Makes the result; what it throws is not retried.</param>
    /// <param name="cancellationToken">A token to cancel the call.</param>
    public ValueTask<T> SendAsync<TState, T>(
        OperationRequest request,
        CallOptions? options,
        TState state,
        Func<ApiResponse, TState, T> finish,
        CancellationToken cancellationToken
    ) => SendAsync(request, options, _read, state, finish, cancellationToken);

    /// <summary>Sends a call and receives its response as specified. Disposes the body of the request.</summary>
    public ValueTask<T> SendAsync<T>(
        OperationRequest request,
        CallOptions? options,
        Receive<T> receive,
        CancellationToken cancellationToken
    ) => SendAsync(request, options, receive, state: (object?)null, static (received, _) => received, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> SendAsync<TReceived, TState, T>(
        OperationRequest request,
        CallOptions? options,
        Receive<TReceived> receive,
        TState state,
        Func<TReceived, TState, T> finish,
        CancellationToken cancellationToken
    )
    {
        using var body = request.Body;
        ObjectDisposedException.ThrowIf(_disposed, _owner);
        cancellationToken.ThrowIfCancellationRequested();
        var telemetry = CallTelemetry.Begin(Settings, request.Operation, options);
        CallState<TReceived>? call = null;
        try
        {
            options?.Details?.CopyFrom(new ResponseDetails()); // a reused instance must not report on an earlier call
            var choice = CredentialChooser.Choose(Settings, request, options);
            var clock = new CallDeadline(Settings.TimeProvider, TotalTimeout(request, options));
            var limiter = _limiters.Find(request, choice.Credential);
            call = new CallState<TReceived>(request, options, choice, clock, limiter, WaitOf(options, limiter), receive, cancellationToken);
            var ended = await _runner.RunAsync(call).ConfigureAwait(false);
            if (ended is KoreXoException failure && _runner.MayRetry(failure))
            {
                ended = await _runner.RetryAsync(call, failure).ConfigureAwait(false);
            }

            if (options?.Details is { } details && limiter is not null)
            {
                details.RateLimit = await limiter.GetStateAsync(cancellationToken).ConfigureAwait(false);
            }

            if (ended is null && call.Result is null)
            {
                ended = new InvalidOperationException(NoResult);
            }

            if (ended is not null)
            {
                Throw(ended, call);
            }

            telemetry.End(Settings, call, fault: null);
        }
        catch (Exception fault)
        {
            telemetry.End(Settings, call, fault);
            throw;
        }

        return finish(call.Result!, state);
    }

    /// <summary>Checks whether calls can be sent, without sending one.</summary>
    public Task<ClientHealth> CheckHealthAsync(CancellationToken cancellationToken) =>
        HealthProbe.CheckAsync(Settings, _limiters, cancellationToken);

    /// <summary>Cancels the calls under way.</summary>
    public void Close() => _attempts.Close();

    /// <summary>Rejects further calls.</summary>
    public void Dispose() => _disposed = true;

    [DoesNotReturn]
    private static void Throw(Exception fault, CallState call)
    {
        var ended = CallErrors.Translate(fault, call);
        if (ended != fault)
        {
            throw ended;
        }

        ExceptionDispatchInfo.Throw(fault);
    }

    /// <summary>Gets the wait of a call: from its own limit, that of the client, or the windows of its rate limit.</summary>
    private RateLimitWait WaitOf(CallOptions? options, QuotaLimiter? limiter)
    {
        if (options?.MaxRateLimitWait is { } own)
        {
            return RateLimitWait.FromLimit(own, $"{nameof(CallOptions)}.{nameof(CallOptions.MaxRateLimitWait)}");
        }

        return Settings.MaxRateLimitWait is { } limit
            ? RateLimitWait.FromLimit(limit, QuotaLimiters.OwnWait)
            : limiter?.UsualWait ?? _waitWithoutWindows;
    }

    private TimeSpan TotalTimeout(in OperationRequest request, CallOptions? options) =>
        options?.TotalTimeout ?? (request.IsTransfer ? Timeout.InfiniteTimeSpan : Settings.TotalTimeout);

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

    private ValueTask<ApiResponse> ReadAsync(CallState call, HttpResponseMessage response, CancellationToken cancellationToken) =>
        ReadAsync(call, response, buffer: null, cancellationToken);

    private ValueTask<ApiResponse> ReadAsync(
        CallState call,
        HttpResponseMessage response,
        KeptBuffer? buffer,
        CancellationToken cancellationToken
    )
    {
        var reading = PooledBytes.ReadAsync(response.Content, Settings.MaxResponseBytes, buffer, cancellationToken);
        return reading.IsCompletedSuccessfully
            ? new ValueTask<ApiResponse>(Receive(call, response, reading.Result))
            : WaitAsync(call, response, reading);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ApiResponse> WaitAsync(CallState call, HttpResponseMessage response, ValueTask<PooledBytes> reading)
    {
        try
        {
            return Receive(call, response, await reading.ConfigureAwait(false));
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private ApiResponse Receive(CallState call, HttpResponseMessage response, PooledBytes body)
    {
        using (response)
        {
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
