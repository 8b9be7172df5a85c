namespace KoreXo.Simulator.Quotas;

/// <summary>Counts the requests against one rate limit in all of its windows.</summary>
internal sealed class QuotaCount(IReadOnlyList<RateLimitRule> windows)
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _latest = new();
    private readonly int _kept = windows.Count == 0 ? 0 : windows.Max(window => window.Calls);
    private long _requests;
    private long _refused;

    // With 60 a minute, a client that keeps sending at that rate after it was rejected does not get through at the next minute: what is
    // rejected counts as well, so 60 requests are always less than a minute old. Only a pause helps, which is what a client has to learn
    // from a simulator.
    /// <summary>
    /// Counts a request, even if it is rejected: according to the platform's pages, the windows count every request. Returns the longest
    /// window without capacity for the request, since the pages let the hour take precedence; null if all have capacity. For example, a
    /// request that exceeds both the minute and the hour gets the hour's window.
    /// </summary>
    public RateLimitRule? Count(TimeProvider clock)
    {
        lock (_gate)
        {
            // Under the lock: a request whose thread was suspended between the two would be compared with requests that came after it.
            var now = clock.GetUtcNow();
            RateLimitRule? exhausted = null;
            foreach (var window in windows)
            {
                // Asked before this request is counted: a window of 60 has capacity for the 60th, and not for the 61st.
                if (Within(window.Length, now) >= window.Calls && (exhausted is not { } other || other.Length < window.Length))
                {
                    exhausted = window;
                }
            }

            _requests++;
            _refused += exhausted is null ? 0 : 1;
            _latest.Enqueue(now);

            // Only as many times are kept as the largest window allows, since every window can be judged by these alone. A client that
            // sends a million requests within an hour costs 1,800 times.
            if (_latest.Count > _kept)
            {
                _latest.Dequeue(); // The later ones alone fill every window.
            }

            return exhausted;
        }
    }

    public SimulatedRateLimit Snapshot(string clientId, string budget, string key, DateTimeOffset now)
    {
        lock (_gate)
        {
            return new SimulatedRateLimit(
                clientId,
                budget,
                key,
                _requests,
                _refused,
                [
                    .. windows.Select(window => new SimulatedRateLimitWindow(
                        window.Length,
                        window.Calls,
                        Math.Min(window.Calls, Within(window.Length, now))
                    )),
                ]
            );
        }
    }

    private int Within(TimeSpan length, DateTimeOffset now) => _latest.Count(at => now - at < length);
}
