using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Requests tokens from an OAuth token endpoint, and reads its responses.</summary>
internal sealed class TokenEndpoint : IDisposable
{
    private const int ResponseLimit = 1024 * 1024;

    private readonly Uri _address;
    private readonly string _clientId;
    private readonly string _clientSecret;
    private readonly HttpClient? _owned;
    private readonly HttpClient _http;
    private readonly string _basic;

    public TokenEndpoint(Uri address, string clientId, string clientSecret, HttpClient? http)
    {
        _address = address;
        _clientId = clientId;
        _clientSecret = clientSecret;
        _owned = http is null ? TransportHandler.CreateClient() : null;
        if (_owned is not null)
        {
            _owned.Timeout = TimeSpan.FromSeconds(30);
        }

        _http = http ?? _owned!;

        // Both are form-encoded before they are joined (RFC 6749, 2.3.1), so a colon in the ID is harmless.
        _basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{FormEncode(clientId)}:{FormEncode(clientSecret)}"));
    }

    /// <summary>Requests a token.</summary>
    /// <returns>The token, and its lifetime in seconds if the server states it.</returns>
    /// <exception cref="KoreXoAuthenticationException">The server returned no token.</exception>
    public async Task<(string Token, double? Lifetime)> RequestAsync(
        string scope,
        IReadOnlyDictionary<string, string> parameters,
        ClientAuthentication authentication,
        CancellationToken cancellationToken
    )
    {
        using var request = CreateRequest(scope, parameters, authentication);
        try
        {
            using var response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } reached && !Origin.IsSame(reached, _address))
            {
                throw Error(
                    $"redirected to {Origin.Of(reached)}, and the {nameof(HttpClient)} of the credential followed: treat the client secret as exposed, and turn off {nameof(HttpClientHandler.AllowAutoRedirect)} on its handler"
                );
            }

            ContentDecoding.Apply(response);
            using var body = await PooledBytes.ReadAsync(response.Content, ResponseLimit, cancellationToken).ConfigureAwait(false);
            return Read(response.StatusCode, body.Span);
        }
        catch (Exception fault)
            when (fault is not KoreXoException && !(fault is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Error(Describe(fault), fault, isTransient: true);
        }
    }

    public void Dispose() => _owned?.Dispose();

    private HttpRequestMessage CreateRequest(
        string scope,
        IReadOnlyDictionary<string, string> parameters,
        ClientAuthentication authentication
    )
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (scope.Length > 0)
        {
            form.Add(new("scope", scope));
        }

        form.AddRange(parameters);
        var request = new HttpRequestMessage(HttpMethod.Post, _address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.For(applicationId: null));
        if (authentication == ClientAuthentication.BasicHeader)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", _basic);
        }
        else
        {
            form.Add(new("client_id", _clientId));
            form.Add(new("client_secret", _clientSecret));
        }

        request.Content = new FormUrlEncodedContent(form);
        return request;
    }

    private static string Describe(Exception fault) =>
        fault switch
        {
            OperationCanceledException => "did not respond in time",
            HttpRequestException or IOException => $"could not be reached: {fault.Message}",
            _ => $"sent a response that cannot be read: {fault.Message}",
        };

    private static string FormEncode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private (string Token, double? Lifetime) Read(HttpStatusCode status, ReadOnlySpan<byte> body)
    {
        var root = Parse(body);
        if (status != HttpStatusCode.OK || Text(root, "error") is not null)
        {
            throw Rejection(status, root);
        }

        var token = Text(root, "access_token");
        if (!FixedToken.IsToken(token))
        {
            throw Error($"responded {StatusText.Format(status)} without a usable 'access_token'; is it the token endpoint of the service?");
        }

        return Text(root, "token_type") is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? throw Error($"returned a token of type '{ErrorBody.Short(Hide(type))}'; only bearer tokens are supported")
            : (token!, Lifetime(root));
    }

    private KoreXoAuthenticationException Rejection(HttpStatusCode status, JsonElement root)
    {
        var code = ErrorBody.Short(Hide(Text(root, "error")));
        var description = ErrorBody.Short(Hide(Text(root, "error_description")));
        var reason = StatusText.Format(status) + (code is null ? "" : $", {code}") + (description is null ? "" : $", {description}");
        var repair = code switch
        {
            "invalid_client" =>
                $"; check the client id and secret, and {nameof(ClientCredentialsCredential)}.{nameof(ClientCredentialsCredential.ClientAuthentication)}",
            "invalid_scope" =>
                $"; grant the client the requested scopes, or set {nameof(ClientCredentialsCredential)}.{nameof(ClientCredentialsCredential.Scopes)}",
            "unauthorized_client" or "unsupported_grant_type" => "; allow the client to use the grant 'client_credentials'",
            _ => (int)status is >= 300 and < 400 ? "; redirects are not followed: set the address that it redirects to" : "",
        };
        var isTransient =
            status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
        return Error($"responded {reason}{repair}", fault: null, isTransient, code);
    }

    private KoreXoAuthenticationException Error(string what, Exception? fault = null, bool isTransient = false, string? code = null) =>
        new($"the token endpoint {Origin.Of(_address)}{_address.AbsolutePath} {what}", fault) { IsTransient = isTransient, Code = code };

    // Servers echo what they were sent, including the secret.
    private string? Hide(string? text) =>
        text
            ?.Replace(_clientSecret, Redactor.Mask, StringComparison.Ordinal)
            .Replace(FormEncode(_clientSecret), Redactor.Mask, StringComparison.Ordinal)
            .Replace(_basic, Redactor.Mask, StringComparison.Ordinal);

    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(Utf8Text.WithoutMark(body), JsonReading.Options);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? JsonString.Get(value)
            : null;

    // Some servers write the number as a string.
    private static double? Lifetime(JsonElement root)
    {
        if (!root.TryGetProperty("expires_in", out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var seconds) => seconds,
            JsonValueKind.String
                when double.TryParse(
                    JsonString.Get(value),
                    System.Globalization.NumberStyles.Float,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var seconds
                ) => seconds,
            _ => null,
        };
    }
}
