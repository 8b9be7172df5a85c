namespace KoreXo;

/// <summary>How a client reaches the platform. Copied when a client is made: later changes have no effect on it.</summary>
public sealed class KoreXoClientOptions
{
    /// <summary>Gets or sets the address of the platform: absolute, https (plain http only for a loopback host). A path is kept as a prefix of every call; query and fragment are refused.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Gets or sets the credential for every call that no entry of <see cref="Credentials"/> serves.</summary>
    public KoreXoCredential? Credential { get; set; }

    /// <summary>Gets the credentials by kind, for APIs that need different ones; kinds are compared ordinally.</summary>
    public IDictionary<string, KoreXoCredential> Credentials { get; } = new Dictionary<string, KoreXoCredential>(StringComparer.Ordinal);

    /// <summary>Gets or sets the scopes that the credentials hold. With it, a call that no credential can make fails before it is sent.</summary>
    public ScopeManifest? Scopes { get; set; }

    /// <summary>Gets or sets the clock of timeouts, waits and tokens.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the name of the application for the user agent: letters, digits and <c>. _ - /</c>, at most 64 characters.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>Gets or sets the most bytes that the body of an answer may have after decompression. It bounds the memory that a faulty server can take.</summary>
    /// <value>The default is 256 MiB. Raw calls by <see cref="ApiClient.SendAsync"/> are not limited.</value>
    public long MaxResponseBytes { get; set; } = 256L * 1024 * 1024;
}
