using KoreXo.Simulator.Behaviors;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Faults;
using KoreXo.Simulator.Quotas;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KoreXo.Simulator.Hosting;

/// <summary>
/// Processes a request in steps: route, token, scopes, rate limit, content, behavior. Each step rejects what it does not allow.
/// </summary>
/// <param name="catalog">The operations.</param>
/// <param name="behaviors">What they do.</param>
/// <param name="callers">Identifies the app of a request.</param>
/// <param name="quotas">Counts requests.</param>
/// <param name="state">The state of the service.</param>
/// <param name="log">Keeps the requests.</param>
/// <param name="errors">Writes rejections.</param>
internal sealed class RequestPipeline(
    ApiCatalog catalog,
    BehaviorTable behaviors,
    ICallerCheck callers,
    QuotaBook quotas,
    PlatformState state,
    RequestLog log,
    IErrorForm errors
)
{
    /// <summary>The number of bytes of an unauthenticated request's body that are kept for the log.</summary>
    private const int StrangersBody = 4 * 1024;

    /// <summary>
    /// The number of bytes that are read from an unauthenticated caller, so that the caller receives the reason for the rejection.
    /// </summary>
    private const long MostFromStrangers = 16 * 1024 * 1024;

    /// <summary>The largest body if the platform's pages give no limit; it fits in memory easily.</summary>
    private const int DefaultMaxBody = 512 * 1024 * 1024;

    private readonly RouteTable _routes = new(catalog.Operations, catalog.BasePaths);
    private readonly SecretNames _secrets = new(catalog.Operations);
    private readonly AnswerSender _sender = new(state.Time);
    private FaultPlayer _faults = new(FaultPlan.None);

    public FaultPlan Faults
    {
        get => Volatile.Read(ref _faults).Plan;
        set => Volatile.Write(ref _faults, new FaultPlayer(value));
    }

    public async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var trace = new RequestTrace("req-" + state.Ids.Groups(), state.Now, _secrets);
        try
        {
            var answer = await RespondAsync(context, target, trace).ConfigureAwait(false);
            // Logged before the response is sent, so that the caller finds it in the log.
            log.Add(trace.ToRecord(context.Request, target, answer));
            await _sender.SendAsync(context, answer, trace.Fault, trace.RequestId).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left.
        }
    }

    /// <summary>Finds the operation, and turns whatever stops the request into a response.</summary>
    private async Task<ApiAnswer> RespondAsync(HttpContext context, string rawTarget, RequestTrace trace)
    {
        try
        {
            var target = RequestTarget.Parse(rawTarget);
            return state.Downloads.Find(context.Request.Method, target) is { } file
                ? ApiAnswer.From(file)
                : await AdmitAsync(_routes.Find(context.Request.Method, target), target, context, trace).ConfigureAwait(false);
        }
        catch (RefusalException refusal)
        {
            trace.Fault = null; // The request itself is the reason for the rejection, not the fault plan.
            return Refuse(refusal, trace);
        }
        catch (BadHttpRequestException fault)
        {
            return Refuse(new RefusalException(fault.StatusCode, fault.Message), trace);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Refuse(new RefusalException(500, $"The simulator has failed, which is a mistake in it: {fault}"), trace);
        }
    }

    private ApiAnswer Refuse(RefusalException refusal, RequestTrace trace)
    {
        trace.Reason = refusal.Message;
        return errors.Write(trace.Operation, refusal);
    }

    /// <summary>Checks who calls, whether they may and how often, and which fault the plan has for the request.</summary>
    private async Task<ApiAnswer> AdmitAsync(Route route, RequestTarget target, HttpContext context, RequestTrace trace)
    {
        var limit = behaviors.Find(route.Operations[0].Id)?.MaxBodyBytes ?? DefaultMaxBody;
        trace.OperationId = route.Operations[0].Id;
        trace.Operation = route.Operations[0];
        var app = await AuthenticateAsync(route.Operations[0], context, trace).ConfigureAwait(false);
        trace.Body = await RequestBody.ReadAsync(context.Request, limit, long.MaxValue, context.RequestAborted).ConfigureAwait(false);

        var operation = VariantChoice.Of(route.Operations, target, trace.Body.Bytes);
        trace.OperationId = operation.Id;
        trace.Operation = operation;
        if (app is not null)
        {
            ScopeCheck.Demand(operation, app, catalog.Scopes);
        }

        // The fault is chosen before the request counts against its rate limit, but takes effect after it: the real platform has counted
        // a request whose response gets lost, too. A token fault comes before the count, because a caller without a valid token is not
        // counted.
        var fault = Volatile.Read(ref _faults).Next(operation, app, callers.Sent(operation, context.Request));
        if (fault is not { Moment: FaultMoment.Token })
        {
            quotas.Demand(operation, app, route, target, context.Request.Headers);
        }

        trace.Fault = fault;

        // The difference between the two moments is what retries are tested with: "a reset before the effect" may be retried with any
        // method, "a reset after it" only if the operation is idempotent, and the caller sees the same broken connection both times.
        // IsApplied in the log tells the test which one it was.
        if (fault is { Moment: not FaultMoment.AfterEffect })
        {
            return fault.Answer?.Invoke(operation, errors) ?? ApiAnswer.Empty(status: 0);
        }

        var answer = await RunAsync(operation, app, route, target, context, trace.Body).ConfigureAwait(false);
        trace.IsApplied = true;
        return fault?.Answer?.Invoke(operation, errors) ?? answer;
    }

    /// <summary>Validates the request against the document, and runs the behavior of the operation.</summary>
    private async Task<ApiAnswer> RunAsync(
        ApiOperation operation,
        SimulatedApp? app,
        Route route,
        RequestTarget target,
        HttpContext context,
        RequestBody content
    )
    {
        var parameters = ParameterReader.Read(operation, route, target, context.Request.Headers);
        var (body, form) = await ContentReader
            .ReadAsync(operation, context.Request.Headers, content, context.RequestAborted)
            .ConfigureAwait(false);
        VariantChoice.Demand(operation, body);
        if (behaviors.Find(operation.Id) is not { } behavior)
        {
            throw new RefusalException(
                501,
                $"The request for '{operation.Id}' is valid, but the simulator does not do what this operation does."
            );
        }

        return behavior.Run(
            new OperationCall(operation, app, parameters, body, form, Endpoint(context.Connection))
            {
                PathValues = parameters.InPath(route.PathValues),
                Path = target.Path,
                Accept = context.Request.Headers.Accept.ToString(),
            }
        );
    }

    /// <summary>Returns the address of the listening socket, since the caller chooses the Host header.</summary>
    private static Uri Endpoint(ConnectionInfo connection) =>
        new UriBuilder(Uri.UriSchemeHttp, $"{connection.LocalIpAddress}", connection.LocalPort).Uri;

    /// <summary>
    /// Identifies the app before the body is read, so that a caller without a token cannot fill the memory. All variants of a path take the
    /// same token.
    /// </summary>
    private async Task<SimulatedApp?> AuthenticateAsync(ApiOperation operation, HttpContext context, RequestTrace trace)
    {
        try
        {
            var app = await callers.VerifyAsync(operation, context.Request).ConfigureAwait(false);
            trace.ClientId = app?.ClientId;
            return app;
        }
        catch (RefusalException) when (context.Request.Headers.Expect.Count == 0)
        {
            // A caller that sent Expect: 100-continue has not started to send its body.
            trace.Body = await RequestBody
                .ReadAsync(context.Request, StrangersBody, MostFromStrangers, context.RequestAborted)
                .ConfigureAwait(false);
            throw;
        }
    }
}
