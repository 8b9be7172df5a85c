using KoreXo.Runtime;

namespace KoreXo;

/// <summary>Obtains access tokens from an OAuth 2.0 token endpoint with the client credentials grant (RFC 6749, 4.4).</summary>
/// <remarks>
/// Each set of scopes that operations require gets its own token, which is reused until shortly before it expires and renewed once for all
/// waiting calls, also after the service rejected it (401). If the server states no expiry, the token is reused until it is rejected.
/// </remarks>
public sealed class ClientCredentialsCredential : KoreXoCredential, IDisposable
{
    private readonly TokenEndpoint _endpoint;
    private readonly string _clientId;
    private readonly IReadOnlyList<string>? _scopes;
    private readonly string? _scopeKey;

    /// <summary>Initializes a new instance of the <see cref="ClientCredentialsCredential"/> class.</summary>
    /// <param name="tokenEndpoint">The URL of the token endpoint, <c>tokenUrl</c> in the document: absolute and https (plain http only for
    /// a loopback host).</param>
    /// <param name="clientId">The client ID.</param>
    /// <param name="clientSecret">The client secret.</param>
    /// <param name="httpClient">Sends the token requests; the caller disposes it. It must not follow redirects, which would forward the
    /// secret. By default, the credential has its own transport, which does not follow redirects and has a timeout of 30 seconds.</param>
    /// <exception cref="ArgumentException">A value is empty, or the URL is invalid.</exception>
    public ClientCredentialsCredential(Uri tokenEndpoint, string clientId, string clientSecret, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(tokenEndpoint);
        Required.Text(clientId, nameof(clientId));
        Required.Text(clientSecret, nameof(clientSecret));
        if (
            !tokenEndpoint.IsAbsoluteUri
            || !(tokenEndpoint.Scheme == Uri.UriSchemeHttps || (tokenEndpoint.Scheme == Uri.UriSchemeHttp && tokenEndpoint.IsLoopback))
        )
        {
            throw new ArgumentException(
                "The token endpoint must be an absolute https address (plain http is for loopback hosts only): the client secret is sent there.",
                nameof(tokenEndpoint)
            );
        }

        if (tokenEndpoint.UserInfo.Length > 0 || tokenEndpoint.Fragment.Length > 0)
        {
            throw new ArgumentException("The token endpoint must not have a user name, password or fragment.", nameof(tokenEndpoint));
        }

        _clientId = clientId;
        _endpoint = new TokenEndpoint(tokenEndpoint, clientId, clientSecret, httpClient);
    }

    /// <inheritdoc/>
    public override string ClientId => _clientId;

    /// <summary>Gets the method by which the client authenticates.</summary>
    /// <value>The default is <see cref="ClientAuthentication.BasicHeader"/>.</value>
    public ClientAuthentication ClientAuthentication { get; init; }

    /// <summary>Gets the scopes to request, the same for all operations; an empty list requests none.</summary>
    /// <value>By default, the scopes that the operation requires.</value>
    public IReadOnlyList<string>? Scopes
    {
        get => _scopes;
        init
        {
            _scopes = value;
            _scopeKey = value is null ? null : string.Join(' ', value);
        }
    }

    /// <summary>Gets additional form fields of the token request, such as <c>audience</c> or <c>resource</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    internal override string ScopeKey(TokenRequestContext context) => _scopeKey ?? base.ScopeKey(context);

    /// <inheritdoc/>
    /// <exception cref="KoreXoAuthenticationException">The token endpoint returned no token; the message contains its reason.</exception>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var begun = context.TimeProvider.GetUtcNow();
        var (token, lifetime) = await _endpoint
            .RequestAsync(ScopeKey(context), Parameters, ClientAuthentication, cancellationToken)
            .ConfigureAwait(false);
        Instruments.TokenRefreshes.TryAdd();

        // An expiry beyond the range of DateTimeOffset is as good as none.
        return new AccessToken(
            token,
            lifetime is { } seconds && seconds < (DateTimeOffset.MaxValue - begun).TotalSeconds
                ? begun.AddSeconds(Math.Max(seconds, 0))
                : DateTimeOffset.MaxValue
        );
    }

    /// <summary>Closes the credential's own transport; an <see cref="HttpClient"/> that was passed in stays open.</summary>
    public void Dispose() => _endpoint.Dispose();
}
