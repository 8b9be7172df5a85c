namespace KoreXo.Runtime;

/// <summary>What a client knows about a permit that it requested from a store.</summary>
internal sealed class PermitRequest(RateLimitPermit permit, RateLimitWindow[] windows)
{
    public RateLimitPermit Permit { get; } = permit;

    /// <summary>Gets the windows of the permit.</summary>
    public RateLimitWindow[] Windows { get; } = windows;

    /// <summary>
    /// Gets or sets the acquisition whose result is unknown, because it failed or nobody waited for it; <see langword="null"/> if the store
    /// responded.
    /// </summary>
    public Task? Pending { get; set; }

    /// <summary>Gets or sets a value indicating whether the permit was acquired from the substitute of an unavailable store.</summary>
    public bool IsSubstitute { get; set; }
}
