using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A fixed key.</summary>
/// <param name="key">The key: printable ASCII without spaces.</param>
public sealed class ApiKeyCredential(string key) : KoreXoCredential
{
    private readonly FixedToken _key = new(key);
    private readonly string? _clientId;

    /// <summary>Initializes a new instance of the <see cref="ApiKeyCredential"/> class for a client with a known ID.</summary>
    /// <param name="key">The key: printable ASCII without spaces.</param>
    /// <param name="clientId">The ID by which the server counts the client's calls against its rate limits.</param>
    public ApiKeyCredential(string key, string clientId)
        : this(key)
    {
        Required.Text(clientId, nameof(clientId));
        _clientId = clientId;
    }

    /// <inheritdoc/>
    public override string? ClientId => _clientId;

    /// <summary>Replaces the key; the next attempt uses it.</summary>
    /// <param name="key">The new key.</param>
    /// <exception cref="ArgumentException">The key is empty or contains characters that cannot be sent in a header.</exception>
    public void Update(string key) => _key.Replace(key);

    internal override bool KeepsTokens => false;

    internal override string? FixedToken => _key.Value;

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
        _key.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> OnTokenRejectedAsync(string token, CancellationToken cancellationToken) => new(_key.IsReplaced(token));
}
