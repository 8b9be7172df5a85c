namespace KoreXo;

/// <summary>A permit to send one request, as requested from an <see cref="IRateLimitStore"/>.</summary>
/// <param name="partition">What is counted together.</param>
/// <param name="windows">The windows of the budget.</param>
/// <param name="lifetime">How long the permit counts if it is never released.</param>
public sealed class RateLimitPermit(RateLimitPartition partition, IReadOnlyList<RateLimitWindow> windows, TimeSpan lifetime)
{
    /// <summary>Gets the ID of the permit, which is unique across processes.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Gets what is counted together.</summary>
    public RateLimitPartition Partition { get; } = partition;

    /// <summary>Gets the windows of the budget.</summary>
    public IReadOnlyList<RateLimitWindow> Windows { get; } = windows;

    /// <summary>
    /// Gets how long the permit counts as in use, from when it is acquired, if it is never released: a little longer than the request may
    /// take. The windows start then.
    /// </summary>
    public TimeSpan Lifetime { get; } = lifetime;
}
