namespace KoreXo.Runtime;

/// <summary>A permit for one attempt, or the information that there is none.</summary>
internal sealed class QuotaLease
{
    private readonly QuotaLimiter? _limiter;
    private readonly PermitRequest? _permit;
    private int _ended;

    private QuotaLease(QuotaLimiter? limiter, PermitRequest? permit, TimeSpan retryAfter)
    {
        _limiter = limiter;
        _permit = permit;
        RetryAfter = retryAfter;
    }

    public bool IsAcquired => _limiter is not null;

    /// <summary>Gets when to try again, if no permit was acquired.</summary>
    public TimeSpan RetryAfter { get; }

    /// <summary>Creates a lease that was acquired; without an ID if it is counted in memory only.</summary>
    public static QuotaLease Granted(QuotaLimiter limiter, PermitRequest? permit) => new(limiter, permit, default);

    public static QuotaLease Refused(TimeSpan retryAfter) => new(limiter: null, permit: null, retryAfter);

    /// <summary>Releases the permit; the windows start. Never throws.</summary>
    public ValueTask EndAsync() =>
        _limiter is not null && Interlocked.Exchange(ref _ended, 1) == 0 ? _limiter.ReleaseAsync(_permit) : default;
}
