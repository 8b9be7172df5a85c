namespace KoreXo;

/// <summary>The result of trying to acquire a permit.</summary>
/// <param name="IsAcquired">Whether the permit was acquired.</param>
/// <param name="RetryAfter">If not, the earliest time from now at which a permit may be available.</param>
public readonly record struct RateLimitAcquisition(bool IsAcquired, TimeSpan RetryAfter)
{
    /// <summary>Gets the result for a permit that was acquired.</summary>
    public static RateLimitAcquisition Acquired => new(IsAcquired: true, TimeSpan.Zero);

    /// <summary>Creates the result for a permit that is not available yet.</summary>
    /// <param name="retryAfter">The earliest time from now at which a permit may be available.</param>
    /// <returns>The result.</returns>
    public static RateLimitAcquisition CreateRejected(TimeSpan retryAfter) => new(IsAcquired: false, retryAfter);
}
