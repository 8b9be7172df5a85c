using System.Globalization;
using System.Net.Http.Headers;

namespace KoreXo.Runtime;

/// <summary>Creates the HTTP message of one attempt.</summary>
internal static class RequestMessage
{
    private const int LargeUpload = 1024 * 1024;

    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static HttpRequestMessage Create(ClientSettings settings, CallState call)
    {
        var request = call.Request;
        // The address is already escaped. By default, the Uri class would resolve and unescape parts of it.
        var address = request.Link ?? ServerAddress.Get(settings, call) + ExtraQuery.Append(request.Address, call);
        if (call.Attempt.Token is not null)
        {
            address = AddToken(address, call.Authentication, call.Attempt.Token);
            for (var i = 0; i < (call.Attempt.OtherTokens?.Length ?? 0); i++)
            {
                address = AddToken(address, call.Choice.Others![i].Scheme, call.Attempt.OtherTokens![i]);
            }
        }

        var message = new AttemptMessage(call.Operation.Method, new Uri(address, AsItIs), request.Body is RawBody);
        try
        {
            message.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
            message.Headers.TryAddWithoutValidation("Accept", call.Operation.Accept ?? "application/json, */*;q=0.1");
            message.Headers.TryAddWithoutValidation("Accept-Encoding", request.Link is null ? ContentDecoding.Accepted : "identity");
            message.Content = Content(request.Body, call) ?? EmptyContent(call.Operation.Method);
            if (call.ExpectsContinue && request.IsTransfer && IsLarge(message.Content))
            {
                // A server that rejects an upload can then say so before it is sent, instead of closing the connection in the middle of it.
                message.Headers.ExpectContinue = true;
            }

            if (request.ContentType is { } contentType && message.Content is { } content)
            {
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            }

            AddHeaders(message, call);
            Authenticate(message, call, settings.HidesCredential);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private static string AddToken(string address, ApiAuthentication? scheme, string token) =>
        scheme is { Location: AuthLocation.Query }
            ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(scheme.Name)}={Uri.EscapeDataString(token)}"
            : address;

    private static HttpContent? Content(RequestBody? body, CallState call)
    {
        var content = body?.CreateContent();
        return content is not null && call.Request.IsTransfer
            ? new TransferContent(content, call.Options?.UploadProgress, call.Attempt.Idle, leaveOpen: body is RawBody)
            : content;
    }

    private static bool IsLarge(HttpContent? content) => content is not null && content.Headers.ContentLength is null or >= LargeUpload;

    /// <summary>
    /// .NET's handler retries a request without content, whatever its method, if the server closes a reused connection. The server may
    /// already have processed the request, so only methods that change nothing are left to that.
    /// </summary>
    private static ByteArrayContent? EmptyContent(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options ? null : new ByteArrayContent([]);

    private static void AddHeaders(HttpRequestMessage message, CallState call)
    {
        if (call.Request.Headers is { } parameters)
        {
            foreach (var (name, value) in parameters)
            {
                Set(message, call, name, value);
            }
        }

        if (call.Options is { } options)
        {
            foreach (var (name, value) in options.Headers)
            {
                Set(message, call, name, value);
            }
        }

        if (call.Operation.IdempotencyKey is { } key && !message.Headers.NonValidated.Contains(key))
        {
            Set(message, call, key, call.IdempotencyKey);
        }
    }

    private static void Set(HttpRequestMessage message, CallState call, string name, string value)
    {
        if (call.IsForCredential(AuthLocation.Header, name))
        {
            throw new ArgumentException(
                $"The header '{name}' carries the credential; use {nameof(CallOptions)}.{nameof(CallOptions.Credential)}.",
                name
            );
        }

        HeaderRules.Check(name, value);
        if (name == "Cookie" && message.Headers.NonValidated.TryGetValues(name, out var cookies))
        {
            // All cookies share one header.
            value = $"{cookies}; {value}";
        }

        if (!TrySet(message.Headers, name, value) && !TrySetOfContent(message, name, value))
        {
            throw new ArgumentException($"'{name}' cannot be set as a request header.", name);
        }
    }

    private static bool TrySet(HttpHeaders headers, string name, string value)
    {
        if (headers.NonValidated.Contains(name))
        {
            headers.Remove(name);
        }

        return headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>Sets a header that describes the body, such as <c>Content-MD5</c>, which .NET keeps separately.</summary>
    private static bool TrySetOfContent(HttpRequestMessage message, string name, string value) =>
        TrySet((message.Content ??= new ByteArrayContent([])).Headers, name, value);

    private static void Authenticate(HttpRequestMessage message, CallState call, bool hides)
    {
        if (call.Attempt.Token is null)
        {
            return;
        }

        Authenticate(message, call.Authentication, call.Attempt.Token, hides);
        for (var i = 0; i < (call.Attempt.OtherTokens?.Length ?? 0); i++)
        {
            Authenticate(message, call.Choice.Others![i].Scheme, call.Attempt.OtherTokens![i], hides);
        }
    }

    private static void Authenticate(HttpRequestMessage message, ApiAuthentication? authentication, string? token, bool hides)
    {
        if (authentication is null || authentication.Location == AuthLocation.Query)
        {
            return;
        }

        var (name, value) = (authentication.Name, authentication.Prefix + token);
        if (authentication.Location == AuthLocation.Cookie)
        {
            var others =
                CredentialHandler.Hidden(message, "Cookie") is { } hidden ? $"{hidden}; "
                : message.Headers.NonValidated.TryGetValues("Cookie", out var cookies) ? $"{cookies}; "
                : "";
            (name, value) = ("Cookie", string.Create(CultureInfo.InvariantCulture, $"{others}{authentication.Name}={token}"));
            if (!hides)
            {
                message.Headers.Remove(name);
            }
        }

        if (hides)
        {
            CredentialHandler.Hide(message, name, value);
        }
        else
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
