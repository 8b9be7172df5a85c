using System.Net.Http.Headers;

namespace KoreXo.Runtime;

/// <summary>Sends calls: chooses the credential, keeps the time, and turns every outcome into an answer or one exception.</summary>
internal sealed class CallSender(ClientSettings settings, HttpClient http)
{
    private static readonly string[] RequestIdHeaders = ["x-request-id", "request-id", "x-correlation-id"];

    /// <summary>Sends a call and reads its answer whole. Disposes the body of the request.</summary>
    public Task<ApiResponse> SendAsync(OperationRequest request, CallOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, options, ReceiveAsync, cancellationToken);

    /// <summary>Sends a call and hands on its answer unread.</summary>
    public Task<HttpResponseMessage> SendRawAsync(OperationRequest request, CallOptions? options, CancellationToken cancellationToken) =>
        SendAsync(request, options, static (_, response, _) => Task.FromResult(response), cancellationToken);

    private async Task<T> SendAsync<T>(OperationRequest request, CallOptions? options, Receive<T> receive, CancellationToken cancellationToken)
    {
        using var body = request.Body;
        cancellationToken.ThrowIfCancellationRequested();
        options?.Details?.CopyFrom(new ResponseDetails()); // one that was used before must not tell of the call before
        var call = new CallState(request, options, CredentialChooser.Choose(settings, request.Operation, options));
        using var limit = new TimeLimit(settings.TimeProvider, options, uploads: body is MultipartBody or RawBody, cancellationToken);
        return await AttemptAsync(call, receive, limit).ConfigureAwait(false);
    }

    /// <summary>Sends the request once.</summary>
    private async Task<T> AttemptAsync<T>(CallState call, Receive<T> receive, TimeLimit limit)
    {
        HttpResponseMessage? response = null;
        var sent = false;
        try
        {
            call.Token = call.Choice.Credential is { } credential ? await credential.GetTokenAsync(limit.Token).ConfigureAwait(false) : null;
            using var message = RequestMessage.Create(settings, call);
            call.Attempts++;
            call.RequestId = null;
            sent = true;
            try
            {
                response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            }
            finally
            {
                // A content that the user made is the user's to dispose.
                if (call.Request.Body is RawBody)
                {
                    message.Content = null;
                }
            }

            Note(call, response);
            if (!response.IsSuccessStatusCode)
            {
                throw await Failure.FromAsync(call, response, settings.TimeProvider, limit.Token).ConfigureAwait(false);
            }

            return await receive(call, response, limit.Token).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            response?.Dispose();
            Note(call, response);

            // What a credential throws is its own, unless it only passes on that the time is up.
            if (TransportFault.Is(fault) && (sent || limit.Token.IsCancellationRequested))
            {
                throw TransportFault.Translate(fault, call, limit, answered: response is not null);
            }

            throw;
        }
    }

    private async Task<ApiResponse> ReceiveAsync(CallState call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = await PooledBytes.ReadAsync(response.Content, settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            var answer = new ApiResponse(call, response.StatusCode, body);
            var fault = body.IsCut
                ? ResponseReader.Unreadable(answer, $"the answer is longer than {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.MaxResponseBytes)} ({settings.MaxResponseBytes})", fault: null)
                : Failure.Refused(call, answer.Status, answer.Body);
            if (fault is not null)
            {
                answer.Dispose();
                throw fault;
            }

            return answer;
        }
    }

    private static void Note(CallState call, HttpResponseMessage? response)
    {
        if (call.Options?.Details is { } details)
        {
            details.Attempts = call.Attempts;
        }

        if (response is null)
        {
            return;
        }

        foreach (var name in RequestIdHeaders)
        {
            if (call.RequestId is null && response.Headers.NonValidated.TryGetValues(name, out var values))
            {
                call.RequestId = values.ToString();
            }
        }

        if (call.Options?.Details is { } known)
        {
            known.Status = response.StatusCode;
            known.RequestId = call.RequestId;
            known.Headers = Headers(response);
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Headers(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        Add(headers, response.Headers.NonValidated);
        Add(headers, response.Content.Headers.NonValidated);
        return headers;
    }

    private static void Add(Dictionary<string, IReadOnlyList<string>> headers, HttpHeadersNonValidated given)
    {
        foreach (var (name, values) in given)
        {
            headers[name] = [.. values];
        }
    }

    private delegate Task<T> Receive<T>(CallState call, HttpResponseMessage response, CancellationToken cancellationToken);
}
