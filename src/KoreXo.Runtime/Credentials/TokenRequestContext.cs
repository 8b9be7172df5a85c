namespace KoreXo;

/// <summary>Describes the request that needs a token.</summary>
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

    /// <summary>Gets the operation ID in its document; <see langword="null"/> for raw requests and downloads.</summary>
    public string? OperationId { get; init; }

    /// <summary>
    /// Gets the scopes of the chosen alternative, all of which the operation requires; empty if none are required or known.
    /// </summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Gets the kind of credential that the operation requires; <see langword="null"/> when any kind will do.</summary>
    public string? CredentialKind { get; init; }

    /// <summary>Gets the clock of the client, against which <see cref="AccessToken.ExpiresOn"/> is compared.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
