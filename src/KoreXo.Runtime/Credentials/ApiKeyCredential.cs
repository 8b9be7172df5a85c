namespace KoreXo;

/// <summary>A fixed key.</summary>
/// <param name="key">The key: printable ASCII without blanks.</param>
public sealed class ApiKeyCredential(string key) : KoreXoCredential
{
    private readonly FixedToken _key = new(key);

    /// <summary>Replaces the key; the next attempt uses it.</summary>
    /// <param name="key">The new key.</param>
    /// <exception cref="ArgumentException">The key is empty or holds what cannot stand in a header.</exception>
    public void Update(string key) => _key.Replace(key);

    /// <inheritdoc/>
    public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => _key.GetAsync(cancellationToken);
}
