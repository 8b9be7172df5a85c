namespace KoreXo.Runtime.Tests;

/// <summary>A store with one member that throws or hangs, a number of times or always; the others count in memory.</summary>
internal sealed class FaultyStore(string member, bool hangs, TimeProvider clock, int times = int.MaxValue) : IRateLimitStore
{
    private readonly MemoryRateLimitStore _inner = new(clock);
    private readonly TaskCompletionSource _signal = new();
    private int _left = times;

    public int Asked { get; private set; }

    /// <summary>Gets how often a permit was to be released.</summary>
    public int Releases { get; private set; }

    /// <summary>Gets the permits that were released, and whether they were used.</summary>
    public Dictionary<Guid, bool> Released { get; } = [];

    /// <summary>Gets the last permit that was requested.</summary>
    public RateLimitPermit? Permit { get; private set; }

    /// <summary>Gets or sets a value indicating whether the member does its work before it fails.</summary>
    public bool IsLate { get; init; }

    public async ValueTask<RateLimitAcquisition> TryAcquireAsync(RateLimitPermit permit, CancellationToken cancellationToken)
    {
        Permit = permit;
        if (IsLate)
        {
            await _inner.TryAcquireAsync(permit, cancellationToken);
        }

        await FailAsync(nameof(TryAcquireAsync));
        return await _inner.TryAcquireAsync(permit, cancellationToken);
    }

    public async ValueTask ReleaseAsync(RateLimitPermit permit, bool isUsed, CancellationToken cancellationToken)
    {
        Releases++;
        await FailAsync(nameof(ReleaseAsync));
        Released[permit.Id] = isUsed;
        await _inner.ReleaseAsync(permit, isUsed, cancellationToken);
    }

    public async ValueTask PauseAsync(RateLimitPartition partition, TimeSpan time, CancellationToken cancellationToken)
    {
        await FailAsync(nameof(PauseAsync));
        await _inner.PauseAsync(partition, time, cancellationToken);
    }

    public async ValueTask<TimeSpan> EstimateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    )
    {
        await FailAsync(nameof(EstimateAsync));
        return await _inner.EstimateAsync(partition, windows, ahead, cancellationToken);
    }

    public async ValueTask<RateLimitState> GetStateAsync(
        RateLimitPartition partition,
        IReadOnlyList<RateLimitWindow> windows,
        CancellationToken cancellationToken
    )
    {
        await FailAsync(nameof(GetStateAsync));
        return await _inner.GetStateAsync(partition, windows, cancellationToken);
    }

    public async ValueTask WaitForCapacityAsync(RateLimitPartition partition, CancellationToken cancellationToken)
    {
        await FailAsync(nameof(WaitForCapacityAsync));
        await _signal.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Releases a permit of another process unused, and notifies the client.</summary>
    public async Task GiveBackAsync(RateLimitPermit permit)
    {
        await _inner.ReleaseAsync(permit, isUsed: false, CancellationToken.None);
        _signal.TrySetResult();
    }

    private Task FailAsync(string asked)
    {
        Asked += asked == nameof(TryAcquireAsync) ? 1 : 0;
        if (asked != member || Interlocked.Decrement(ref _left) < 0)
        {
            return Task.CompletedTask;
        }

        return hangs ? new TaskCompletionSource().Task : Task.FromException(new InvalidTimeZoneException("db down"));
    }
}
