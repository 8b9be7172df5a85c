using System.Collections.Concurrent;

namespace KoreXo.Runtime;

/// <summary>
/// The stores that the clients of one service provider share, so that two clients of one app do not send at twice its rate limit.
/// </summary>
internal sealed class SharedRateLimitStores
{
    private readonly ConcurrentDictionary<(string Host, int Port, TimeProvider Clock), MemoryRateLimitStore> _stores = new();

    /// <summary>Gets the store for a server; each server is counted separately.</summary>
    public MemoryRateLimitStore Get(string host, int port, TimeProvider clock) =>
        _stores.GetOrAdd((host, port, clock), static key => new MemoryRateLimitStore(key.Clock));
}
