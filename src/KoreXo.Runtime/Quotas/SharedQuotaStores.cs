using System.Collections.Concurrent;

namespace KoreXo.Runtime;

/// <summary>
/// The counts that the clients of one service provider share, so that two clients of one app do not send at twice its rate.
/// </summary>
internal sealed class SharedQuotaStores
{
    private readonly ConcurrentDictionary<(string Host, int Port, TimeProvider Clock), MemoryQuotaStore> _stores = new();

    /// <summary>Gets the count of a server, which knows nothing of the calls to another.</summary>
    public MemoryQuotaStore Get(string host, int port, TimeProvider clock) =>
        _stores.GetOrAdd((host, port, clock), static key => new MemoryQuotaStore(key.Clock));
}
