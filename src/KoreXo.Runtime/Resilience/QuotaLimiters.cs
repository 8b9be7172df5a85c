using System.Collections.Concurrent;
using System.Globalization;

namespace KoreXo.Runtime;

/// <summary>The limiters of one connection, created when first needed and removed when idle.</summary>
internal sealed class QuotaLimiters(ClientSettings settings)
{
    /// <summary>The client's setting for the wait.</summary>
    public const string OwnWait = $"{nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.MaxRateLimitWait)}";

    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<RateLimitPartition, QuotaLimiter> _limiters = new();
    private readonly MemoryRateLimitStore _own = new(settings.TimeProvider);
    private readonly string _server = Server(settings);
    private QuotaLimiter? _last;
    private int _made;

    /// <summary>
    /// Gets the limiter of a call; <see langword="null"/> if its rate limit is unknown or rate limits are not enforced.
    /// </summary>
    public QuotaLimiter? Find(in OperationRequest request, KoreXoCredential? credential)
    {
        if (!settings.EnforceRateLimits || request.Operation.RateLimit is not { } limit)
        {
            return null;
        }

        // Most callers stay with one bot for a while: then no key is created and hashed.
        var (client, budget, key) = (credential?.ClientId ?? "", limit.Budget, request.RateKey ?? "");
        if (_last is { } last && last.Partition.Key == key && last.Partition.Budget == budget && last.Partition.ClientId == client)
        {
            return last;
        }

        var partition = new RateLimitPartition(_server, client, budget, key);
        return _last = _limiters.TryGetValue(partition, out var limiter) ? limiter : Add(partition, limit);
    }

    /// <summary>Gets the limiters that are in use.</summary>
    public IEnumerable<QuotaLimiter> All => _limiters.Values;

    /// <summary>Checks whether the store responds, if it is one that may not.</summary>
    public async Task<bool> IsStoreAvailableAsync(CancellationToken cancellationToken)
    {
        if (settings.RateLimitStore is not { } store)
        {
            return true;
        }

        var access = Access(new RateLimitPartition(_server, "", "health", ""), store, settings);
        return await access.GetStateAsync([new RateLimitWindow(1, 1)], cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <summary>Creates the wait of a call without a limit of its own, from the windows of its rate limit.</summary>
    public RateLimitWait UsualWait(RateLimitWindow[]? windows) => RateLimitWait.FromWindows(windows, settings.AttemptTimeout, OwnWait);

    private QuotaLimiter? Add(RateLimitPartition partition, RateLimit limit)
    {
        var windows = settings.RateLimits.GetValueOrDefault(limit.Budget) ?? limit.Windows;
        if (windows.Length == 0)
        {
            return null;
        }

        if (Interlocked.Increment(ref _made) % 256 == 0)
        {
            Sweep();
        }

        var access = Access(partition, Store(partition.ClientId), settings);
        return _limiters.GetOrAdd(partition, new QuotaLimiter(partition, windows, UsualWait(windows), access, settings.TimeProvider));
    }

    private static StoreAccess Access(RateLimitPartition partition, IRateLimitStore store, ClientSettings settings) =>
        new(
            store,
            partition,
            settings.RateLimitStoreFailure,
            settings.TimeProvider,
            settings.LoggerFactory is { } loggers ? new HarmlessLogger(loggers.CreateLogger(Instruments.Name)) : null
        );

    private static string Server(ClientSettings settings) =>
        string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    // Two credentials without an ID may belong to two apps, which the server counts separately.
    private IRateLimitStore Store(string client) =>
        settings.RateLimitStore ?? (client.Length == 0 ? _own : settings.SharedRateLimitStore ?? _own);

    // A limiter itself keeps only its queue; the counts are in the store.
    private void Sweep()
    {
        _last = null;
        foreach (var (partition, limiter) in _limiters)
        {
            if (limiter.GetIdleDuration() > Idle && limiter.Queued == 0)
            {
                _limiters.TryRemove(partition, out _);
            }
        }
    }
}
