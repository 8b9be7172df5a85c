namespace KoreXo.Runtime;

/// <summary>What <see cref="MemoryRateLimitStore"/> counts of one partition. Locked while it is used.</summary>
internal sealed class PartitionCount
{
    public readonly RollingCount Calls = new();

    /// <summary>The IDs of the permits in use that have one.</summary>
    public HashSet<Guid>? Permits;

    /// <summary>The length of the longest window so far.</summary>
    public long Longest;

    /// <summary>Whether the store has forgotten the partition, so that it must be looked up again.</summary>
    public bool IsGone;
}
