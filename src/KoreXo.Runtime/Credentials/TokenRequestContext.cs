namespace KoreXo;

/// <summary>Describes the request that a credential is asked to give a token for.</summary>
public sealed class TokenRequestContext
{
    /// <summary>Initializes a new instance of the <see cref="TokenRequestContext"/> class.</summary>
    /// <param name="endpoint">The address of the service, <see cref="KoreXoClientOptions.Endpoint"/>.</param>
    public TokenRequestContext(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Endpoint = endpoint;
    }

    /// <summary>Gets the address of the service, <see cref="KoreXoClientOptions.Endpoint"/>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Gets the id of the operation in its document; <see langword="null"/> for raw calls and downloads.</summary>
    public string? OperationId { get; init; }

    /// <summary>
    /// Gets the scopes that the operation requires, all of them, of the alternative that was chosen; empty when none are required or
    /// known.
    /// </summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Gets the kind of credential that the operation requires; <see langword="null"/> when any kind will do.</summary>
    public string? CredentialKind { get; init; }

    /// <summary>Gets the clock of the client, by which <see cref="AccessToken.ExpiresOn"/> is read.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
