namespace KoreXo.Runtime.Tests;

/// <summary>A store with one member that throws or hangs, a number of times or always; the others count in memory.</summary>
internal sealed class FaultyStore(string member, bool hangs, TimeProvider clock, int times = int.MaxValue) : IQuotaStore
{
    private readonly MemoryQuotaStore _inner = new(clock);
    private int _left = times;

    public async ValueTask<bool> TryTakeAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        CancellationToken cancellationToken
    )
    {
        await FailAsync(nameof(TryTakeAsync));
        return await _inner.TryTakeAsync(partition, windows, cancellationToken);
    }

    public async ValueTask EndAsync(QuotaPartition partition)
    {
        await FailAsync(nameof(EndAsync));
        await _inner.EndAsync(partition);
    }

    public async ValueTask HoldAsync(QuotaPartition partition, TimeSpan time)
    {
        await FailAsync(nameof(HoldAsync));
        await _inner.HoldAsync(partition, time);
    }

    public async ValueTask<TimeSpan> EstimateAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        int ahead,
        CancellationToken cancellationToken
    )
    {
        await FailAsync(nameof(EstimateAsync));
        return await _inner.EstimateAsync(partition, windows, ahead, cancellationToken);
    }

    public async ValueTask<RateLimitState> GetStateAsync(
        QuotaPartition partition,
        IReadOnlyList<RateWindow> windows,
        CancellationToken cancellationToken
    )
    {
        await FailAsync(nameof(GetStateAsync));
        return await _inner.GetStateAsync(partition, windows, cancellationToken);
    }

    private Task FailAsync(string asked)
    {
        if (asked != member || Interlocked.Decrement(ref _left) < 0)
        {
            return Task.CompletedTask;
        }

        return hangs ? new TaskCompletionSource().Task : Task.FromException(new InvalidTimeZoneException("db down"));
    }
}
