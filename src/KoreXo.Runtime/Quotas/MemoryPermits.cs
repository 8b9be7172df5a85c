namespace KoreXo.Runtime;

/// <summary>Acquires and releases permits of one partition in memory, without looking the partition up for each.</summary>
internal sealed class MemoryPermits(MemoryRateLimitStore store, RateLimitPartition partition)
{
    private PartitionCount? _count;

    /// <summary>Acquires a permit without an ID, which is released by <see cref="Release"/>.</summary>
    public RateLimitAcquisition TryTake(RateLimitWindow[] windows) => store.TryTake(partition, windows, ref _count);

    /// <summary>Releases a permit; the windows start.</summary>
    public void Release() => store.Release(partition, ref _count);
}
