using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// A token that is obtained elsewhere, such as an OAuth access token: a fixed one, or one from a callback.
/// </summary>
public sealed class BearerCredential : KoreXoCredential
{
    private readonly FixedToken? _token;
    private readonly Func<TokenRequestContext, CancellationToken, ValueTask<AccessToken>>? _provider;

    /// <summary>Initializes a new instance of the <see cref="BearerCredential"/> class with a fixed token.</summary>
    /// <param name="token">The token, without <c>Bearer</c>: printable ASCII without spaces.</param>
    /// <exception cref="ArgumentException">The token is empty or contains characters that cannot be sent in a header.</exception>
    public BearerCredential(string token) => _token = new FixedToken(token);

    /// <summary>Initializes a new instance of the <see cref="BearerCredential"/> class with a callback.</summary>
    /// <param name="tokenProvider">
    /// Returns the token for a request. A token with an expiry is cached and reused for requests to the same endpoint with the same kind
    /// and scopes until shortly before it expires, and renewed once for all waiting calls. A token without one is used for a single
    /// attempt.
    /// </param>
    public BearerCredential(Func<TokenRequestContext, CancellationToken, ValueTask<AccessToken>> tokenProvider)
    {
        ArgumentNullException.ThrowIfNull(tokenProvider);
        _provider = tokenProvider;
    }

    internal override bool KeepsTokens => _provider is not null;

    internal override string? FixedToken => _token?.Value;

    /// <summary>Replaces the fixed token; the next attempt uses it.</summary>
    /// <param name="token">The new token.</param>
    /// <exception cref="ArgumentException">The token is empty or contains characters that cannot be sent in a header.</exception>
    /// <exception cref="InvalidOperationException">The credential has a callback, which returns the tokens.</exception>
    public void Update(string token)
    {
        if (_token is null)
        {
            throw new InvalidOperationException("The tokens of this credential come from its callback; return the new token there.");
        }

        _token.Replace(token);
    }

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
        _provider is null ? _token!.GetAsync(cancellationToken) : _provider(context, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> OnTokenRejectedAsync(string token, CancellationToken cancellationToken) =>
        new(_token is not null && _token.IsReplaced(token));
}
