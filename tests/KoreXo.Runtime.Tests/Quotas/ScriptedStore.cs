namespace KoreXo.Runtime.Tests;

/// <summary>A store that responds as a test says, and keeps what it was asked about.</summary>
internal sealed class ScriptedStore : IRateLimitStore
{
    /// <summary>Gets or sets what every request for a permit gets.</summary>
    public RateLimitAcquisition Acquisition { get; set; } = RateLimitAcquisition.Acquired;

    /// <summary>Gets or sets what the state of a partition is.</summary>
    public Func<RateLimitPartition, RateLimitState> State { get; set; } =
        static partition => new RateLimitState(partition.Budget, [], TimeSpan.Zero);

    /// <summary>Gets the partitions that permits were requested for.</summary>
    public List<RateLimitPartition> Acquired { get; } = [];

    /// <summary>Gets the partitions whose state was requested.</summary>
    public List<RateLimitPartition> Shown { get; } = [];

    public ValueTask<RateLimitAcquisition> TryAcquireAsync(RateLimitPermit permit, CancellationToken cancellationToken)
    {
        Acquired.Add(permit.Partition);
        return new ValueTask<RateLimitAcquisition>(Acquisition);
    }

    public ValueTask ReleaseAsync(RateLimitPermit permit, bool isUsed, CancellationToken cancellationToken) => default;

    public ValueTask PauseAsync(RateLimitPartition partition, TimeSpan time, CancellationToken cancellationToken) => default;

    public ValueTask<TimeSpan> EstimateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    ) => new(Acquisition.RetryAfter);

    public ValueTask<RateLimitState> GetStateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        CancellationToken cancellationToken
    )
    {
        Shown.Add(partition);
        return new ValueTask<RateLimitState>(State(partition));
    }
}
