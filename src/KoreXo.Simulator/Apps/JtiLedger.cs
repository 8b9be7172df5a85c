namespace KoreXo.Simulator;

/// <summary>The token ids that an app has used, each kept until its token expires.</summary>
internal sealed class JtiLedger
{
    private const int PruneAt = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);
    private int _pruneAt = PruneAt;

    /// <summary>Marks an id as used; returns false if it already was.</summary>
    public bool TryUse(string jti, DateTimeOffset expires, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (!_used.TryAdd(jti, expires))
            {
                return false;
            }

            // Ids are dropped once their tokens have expired, for an expired token is rejected by its time. Looking for them at each
            // request would make every request walk over all of them; at twice the size that was left last time, the cost for each is
            // constant on average.
            if (_used.Count >= _pruneAt)
            {
                foreach (var (id, _) in _used.Where(entry => entry.Value <= now).ToList())
                {
                    _used.Remove(id);
                }

                _pruneAt = Math.Max(PruneAt, _used.Count * 2);
            }

            return true;
        }
    }
}
