namespace KoreXo;

/// <summary>A token from a credential, with its expiry.</summary>
public readonly record struct AccessToken
{
    private readonly string? _value;

    /// <summary>Initializes a new instance of the <see cref="AccessToken"/> struct.</summary>
    /// <param name="value">The token, without a prefix such as <c>Bearer</c>.</param>
    /// <param name="expiresOn">When the token expires. The token is used until shortly before that time, or for a single attempt if there
    /// is none; <see cref="DateTimeOffset.MaxValue"/> means until the server rejects it.</param>
    public AccessToken(string value, DateTimeOffset? expiresOn = null)
    {
        _value = value;
        ExpiresOn = expiresOn;
    }

    /// <summary>Gets the token, without a prefix.</summary>
    public string Value => _value ?? "";

    /// <summary>Gets when the token expires; <see langword="null"/> for a token that is used for a single attempt.</summary>
    public DateTimeOffset? ExpiresOn { get; }

    /// <summary>Returns when the token expires, never the token.</summary>
    /// <returns>A string for logs and debuggers.</returns>
    public override string ToString() =>
        ExpiresOn is { } expires
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nameof(AccessToken)} (expires {expires:u})")
            : nameof(AccessToken);
}
