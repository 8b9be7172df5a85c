using KoreXo.Runtime;

namespace KoreXo;

/// <summary>Provides the tokens that requests carry. Thread-safe; can be shared between clients.</summary>
/// <remarks>
/// A token with an expiry is cached and reused for all requests to the same endpoint with the same kind and scopes until shortly before it
/// expires; it is requested once, however many calls wait for it. A token without one is requested before every attempt, by many calls
/// concurrently. An exception that a credential throws ends the call with a <see cref="KoreXoAuthenticationException"/>, as its inner
/// exception.
/// </remarks>
public abstract class KoreXoCredential
{
    private TokenCache? _tokens;

    /// <summary>
    /// Gets the ID by which the server counts this caller against its rate limits; credentials without one are counted as one caller.
    /// </summary>
    public virtual string? ClientId => null;

    /// <summary>Gets a token for a request.</summary>
    /// <param name="context">The request: operation, scopes, kind of credential, endpoint.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The token, without a prefix, and when it expires.</returns>
    public abstract ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken);

    /// <summary>Called when the server rejected a token (401), which must not be returned again.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns><see langword="true"/> if another token may be accepted. The call is then retried, once.</returns>
    /// <remarks>A token that was cached and reused is dropped, and the call is retried with a new one, whatever this returns.</remarks>
    public virtual ValueTask<bool> OnTokenRejectedAsync(string token, CancellationToken cancellationToken) => new(false);

    /// <summary>Returns the name of the type, never a secret.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => GetType().Name;

    /// <summary>
    /// Gets a value indicating whether tokens with an expiry are cached here; <see langword="false"/> for a credential with its own cache.
    /// </summary>
    internal virtual bool KeepsTokens => true;

    /// <summary>
    /// Gets the token for every request, checked already; <see langword="null"/> if it depends on the request or the time.
    /// </summary>
    internal virtual string? FixedToken => null;

    /// <summary>Gets the key that separates requests that need different tokens, in addition to endpoint and kind.</summary>
    internal virtual string ScopeKey(TokenRequestContext context) => string.Join(' ', context.Scopes);

    // Most credentials have no use for it.
    private TokenCache Tokens => LazyInitializer.EnsureInitialized(ref _tokens);

    internal ValueTask<AccessToken> AcquireTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
        KeepsTokens ? Tokens.GetAsync(this, context, cancellationToken) : GetTokenAsync(context, cancellationToken);

    internal async ValueTask<bool> RejectTokenAsync(TokenRequestContext context, string token, CancellationToken cancellationToken)
    {
        var wasReused = KeepsTokens && Tokens.Drop(this, context, token);
        return await OnTokenRejectedAsync(token, cancellationToken).ConfigureAwait(false) || wasReused;
    }
}
