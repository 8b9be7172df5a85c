using System.Text.Json;
using KoreXo.Simulator.Behaviors;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Files;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KoreXo.Simulator.Hosting;

/// <summary>The way of a request: route, token, scopes, content, behaviour. Each step refuses what it does not allow.</summary>
internal sealed class RequestPipeline(
    ApiCatalog catalog, BehaviorTable behaviors, TokenVerifier tokens, DownloadStore downloads, RequestLog log, IdSource ids)
{
    /// <summary>What fits in memory with ease, where the platform's pages give no limit.</summary>
    private const int DefaultMaxBody = 512 * 1024 * 1024;

    private readonly RouteTable _routes = new(catalog.Operations);

    public async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var trace = new RequestTrace("req-" + ids.Groups());
        var answer = await AnswerAsync(context, target, trace).ConfigureAwait(false);
        log.Add(trace.ToRecord(context.Request, target, answer.Status));
        await SendAsync(context.Response, answer, trace.RequestId, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task SendAsync(HttpResponse response, ApiAnswer answer, string requestId, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        response.Headers["x-request-id"] = requestId;
        if (answer.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }

        if (answer.File is { } file)
        {
            response.ContentType = file.ContentType;
            response.ContentLength = file.Content.Length;
            await response.Body.WriteAsync(file.Content, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (answer.IsPlainText)
        {
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(answer.Json!.GetValue<string>(), cancellationToken).ConfigureAwait(false);
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        var writer = new Utf8JsonWriter(response.BodyWriter);
        await using (writer.ConfigureAwait(false))
        {
            answer.Json!.WriteTo(writer);
        }

        await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ApiAnswer> AnswerAsync(HttpContext context, string rawTarget, RequestTrace trace)
    {
        try
        {
            var target = RequestTarget.Parse(rawTarget);
            if (downloads.Find(context.Request.Method, target) is { } file)
            {
                return new ApiAnswer(200, null) { File = file };
            }

            return await AnswerAsync(_routes.Find(context.Request.Method, target), target, context, trace).ConfigureAwait(false);
        }
        catch (RefusalException refusal)
        {
            return ApiAnswer.From(refusal);
        }
        catch (BadHttpRequestException fault)
        {
            return ApiAnswer.From(new RefusalException(fault.StatusCode, fault.Message));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return ApiAnswer.From(new RefusalException(500, $"The simulator has failed, which is a mistake in it: {fault}"));
        }
    }

    private async Task<ApiAnswer> AnswerAsync(Route route, RequestTarget target, HttpContext context, RequestTrace trace)
    {
        var limit = behaviors.Find(route.Operations[0].Id)?.MaxBodyBytes ?? DefaultMaxBody;
        trace.OperationId = route.Operations[0].Id;
        trace.TokenHeader = route.Operations[0].Token?.Header;
        trace.Body = await RequestBody.ReadAsync(context.Request, limit, context.RequestAborted).ConfigureAwait(false);

        var operation = VariantChoice.Of(route.Operations, trace.Body.Bytes);
        trace.OperationId = operation.Id;
        var app = await AuthorizeAsync(operation, context.Request, trace).ConfigureAwait(false);

        // Quotas by x-rate-limit belong here: they count every call that is authorised, whatever its content.
        var parameters = ParameterReader.Read(operation, route, target, context.Request.Headers);
        var (body, form) = await ReadContentAsync(operation, context, trace.Body).ConfigureAwait(false);
        VariantChoice.Demand(operation, body);
        if (behaviors.Find(operation.Id) is not { } behavior)
        {
            throw new RefusalException(501, $"The request for '{operation.Id}' is valid, but the simulator does not do what this operation does.");
        }

        var answer = behavior.Run(new OperationCall(operation, app, parameters, body, form, Endpoint(context.Connection)));
        return new ApiAnswer(operation.SuccessStatus, answer) { IsPlainText = behavior.AnswersPlainText };
    }

    /// <summary>The listening socket itself: the Host header is the caller's to choose.</summary>
    private static Uri Endpoint(ConnectionInfo connection) => new UriBuilder(Uri.UriSchemeHttp, $"{connection.LocalIpAddress}", connection.LocalPort).Uri;

    private async Task<SimulatedApp?> AuthorizeAsync(ApiOperation operation, HttpRequest request, RequestTrace trace)
    {
        if (operation.Token is not { } place)
        {
            return null;
        }

        var app = await tokens.VerifyAsync(place, request.Headers[place.Header]).ConfigureAwait(false);
        trace.ClientId = app.ClientId;
        ScopeCheck.Demand(operation, app, catalog.Scopes);
        return app;
    }

    private static async Task<(JsonElement Body, MultipartForm? Form)> ReadContentAsync(ApiOperation operation, HttpContext context, RequestBody body)
    {
        if (body.Length == 0)
        {
            return operation.Body is { Required: true } ? throw RefusalException.BadRequest("The body is missing.") : (default, null);
        }

        if (operation.Body is not { } expected)
        {
            throw RefusalException.BadRequest("This API takes no body.");
        }

        var type = MediaType.Demand(expected, context.Request.Headers);
        if (body.IsCut)
        {
            throw new RefusalException(413, $"The body has {body.Length} bytes, at most {body.Bytes.Length} are taken.");
        }

        var schema = expected.Schemas[type.MediaType.ToString()];
        return type.MediaType.Equals(MediaType.Multipart, StringComparison.OrdinalIgnoreCase)
            ? (default, await MultipartBodyReader.ReadAsync(schema, type, body.Bytes, context.RequestAborted).ConfigureAwait(false))
            : (JsonBodyReader.Read(schema, body.Bytes), null);
    }
}
