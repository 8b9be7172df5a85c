using KoreXo.Runtime;

namespace KoreXo;

/// <summary>Gives the tokens that requests carry. Safe to share between clients and threads.</summary>
/// <remarks>
/// A token with an expiry is kept and reused for all requests of the same endpoint, kind and scopes until shortly before it expires; it
/// is asked for once,
/// however many calls wait for it. A token without one is asked for before every attempt, by many calls at the same time.
/// What a credential throws ends the call with a <see cref="KoreXoAuthenticationException"/>, which has it as its inner exception.
/// </remarks>
public abstract class KoreXoCredential
{
    private readonly TokenCache _tokens = new();

    /// <summary>
    /// Gets the id by which the server counts this caller against its rate limits; credentials without one are counted as one caller.
    /// </summary>
    public virtual string? ClientId => null;

    /// <summary>Gets a token for a request.</summary>
    /// <param name="context">The request: operation, scopes, kind of credential, endpoint.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The token, without a prefix, and when it expires.</returns>
    public abstract ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken);

    /// <summary>Called when the server rejected a token (401), which must not be given again.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether another token may be accepted. If so, the call is retried, once.</returns>
    /// <remarks>A token that was kept and reused is dropped, and the call is retried with a new one, whatever this returns.</remarks>
    public virtual ValueTask<bool> OnTokenRejectedAsync(string token, CancellationToken cancellationToken) => new(false);

    /// <summary>Returns the name of the type, never a secret.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => GetType().Name;

    /// <summary>Gets a value indicating whether the tokens with an expiry are kept here; a credential that keeps its own says no.</summary>
    internal virtual bool KeepsTokens => true;

    /// <summary>Gets what tells apart the requests that need tokens of their own, beside endpoint and kind.</summary>
    internal virtual string ScopeKey(TokenRequestContext context) => string.Join(' ', context.Scopes);

    internal ValueTask<AccessToken> AcquireTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
        KeepsTokens ? _tokens.GetAsync(this, context, cancellationToken) : GetTokenAsync(context, cancellationToken);

    internal async ValueTask<bool> RejectTokenAsync(TokenRequestContext context, string token, CancellationToken cancellationToken)
    {
        var wasReused = KeepsTokens && _tokens.Drop(this, context, token);
        return await OnTokenRejectedAsync(token, cancellationToken).ConfigureAwait(false) || wasReused;
    }
}
