namespace KoreXo;

/// <summary>A token that was obtained elsewhere, such as an OAuth access token.</summary>
/// <param name="token">The token, without <c>Bearer</c>: printable ASCII without blanks.</param>
public sealed class BearerCredential(string token) : KoreXoCredential
{
    private readonly FixedToken _token = new(token);

    /// <summary>Replaces the token; the next attempt uses it.</summary>
    /// <param name="token">The new token.</param>
    /// <exception cref="ArgumentException">The token is empty or holds what cannot stand in a header.</exception>
    public void Update(string token) => _token.Replace(token);

    /// <inheritdoc/>
    public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => _token.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<bool> RefuseAsync(string token, CancellationToken cancellationToken) => new(_token.IsReplaced(token));
}
