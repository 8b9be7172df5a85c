using System.Collections.Concurrent;

namespace KoreXo.Runtime;

/// <summary>The limiters of one connection, created when first needed and removed when idle.</summary>
internal sealed class QuotaLimiters(ClientSettings settings)
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Client, string Budget, string Key), QuotaLimiter> _limiters = new();
    private readonly MemoryQuotaStore _own = new(settings.TimeProvider);
    private int _made;

    /// <summary>
    /// Gets the limiter of a call; <see langword="null"/> if its rate limit is unknown or rate limits are not enforced.
    /// </summary>
    public QuotaLimiter? Find(in OperationRequest request, KoreXoCredential? credential)
    {
        if (!settings.EnforceQuotas || request.Operation.RateLimit is not { } limit)
        {
            return null;
        }

        var key = (credential?.ClientId ?? "", limit.Budget, request.RateKey ?? "");
        return _limiters.TryGetValue(key, out var limiter) ? limiter : Add(key, limit);
    }

    private QuotaLimiter? Add((string Client, string Budget, string Key) key, RateLimit limit)
    {
        var windows = settings.Quotas.GetValueOrDefault(limit.Budget) ?? limit.Windows;
        if (windows.Length == 0)
        {
            return null;
        }

        if (Interlocked.Increment(ref _made) % 256 == 0)
        {
            Sweep();
        }

        return _limiters.GetOrAdd(
            key,
            static (key, given) =>
            {
                var partition = new QuotaPartition(key.Client, key.Budget, key.Key);
                var settings = given.settings;
                var logger = settings.LoggerFactory?.CreateLogger(Instruments.Name);
                return new QuotaLimiter(
                    partition,
                    given.windows,
                    new StoreAccess(given.store, partition, settings.AttemptTimeout, settings.TimeProvider, logger),
                    settings.TimeProvider
                );
            },
            (windows, store: Store(key.Client), settings)
        );
    }

    // Two credentials without an ID may belong to two apps, which the server counts separately.
    private IQuotaStore Store(string client) => settings.QuotaStore ?? (client.Length == 0 ? _own : settings.SharedQuotaStore ?? _own);

    // A limiter itself keeps only its queue; the counts are in the store.
    private void Sweep()
    {
        foreach (var (key, limiter) in _limiters)
        {
            if (limiter.IdleDuration > Idle && limiter.Queued == 0)
            {
                _limiters.TryRemove(key, out _);
            }
        }
    }
}
