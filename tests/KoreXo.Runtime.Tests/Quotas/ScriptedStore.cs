namespace KoreXo.Runtime.Tests;

/// <summary>A store that responds as a test says, and keeps what it was asked about.</summary>
internal sealed class ScriptedStore : IRateLimitStore
{
    /// <summary>Gets or sets what a request for a permit gets.</summary>
    public Func<RateLimitAcquisition> Acquisition { get; set; } = static () => RateLimitAcquisition.Acquired;

    /// <summary>Gets or sets the estimated wait of a call behind a number of others.</summary>
    public Func<int, TimeSpan> Estimate { get; set; } = static _ => TimeSpan.Zero;

    /// <summary>Gets or sets what the state of a partition is.</summary>
    public Func<RateLimitPartition, RateLimitState> State { get; set; } =
        static partition => new RateLimitState(partition.Budget, [], TimeSpan.Zero);

    /// <summary>Gets or sets what a request for a permit waits for first.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Gets or sets what a release does.</summary>
    public Action Release { get; set; } = static () => { };

    /// <summary>Gets the partitions that permits were requested for.</summary>
    public List<RateLimitPartition> Acquired { get; } = [];

    /// <summary>Gets the partitions whose state was requested.</summary>
    public List<RateLimitPartition> Shown { get; } = [];

    public async ValueTask<RateLimitAcquisition> TryAcquireAsync(RateLimitPermit permit, CancellationToken cancellationToken)
    {
        Acquired.Add(permit.Partition);
        await Before(cancellationToken);
        return Acquisition();
    }

    public ValueTask ReleaseAsync(RateLimitPermit permit, bool isUsed, CancellationToken cancellationToken)
    {
        Release();
        return default;
    }

    public ValueTask PauseAsync(RateLimitPartition partition, TimeSpan time, CancellationToken cancellationToken) => default;

    public ValueTask<TimeSpan> EstimateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    ) => new(Estimate(ahead));

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
