using System.Threading.RateLimiting;

namespace KoreXo.Runtime;

/// <summary>A permit for one attempt, or the information that there is none.</summary>
internal sealed class QuotaLease : RateLimitLease
{
    private static readonly string[] Names = [System.Threading.RateLimiting.MetadataName.RetryAfter.Name];

    private readonly QuotaLimiter? _limiter;
    private readonly PermitRequest? _permit;
    private readonly TimeSpan _retryAfter;
    private int _ended;

    private QuotaLease(QuotaLimiter? limiter, PermitRequest? permit, TimeSpan retryAfter)
    {
        _limiter = limiter;
        _permit = permit;
        _retryAfter = retryAfter;
    }

    public override bool IsAcquired => _limiter is not null;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : Names;

    /// <summary>Gets when to try again, if no permit was acquired.</summary>
    public TimeSpan RetryAfter => _retryAfter;

    /// <summary>Creates a lease that was acquired; without an ID if it is counted in memory only.</summary>
    public static QuotaLease Granted(QuotaLimiter limiter, PermitRequest? permit) => new(limiter, permit, default);

    public static QuotaLease Refused(TimeSpan retryAfter) => new(limiter: null, permit: null, retryAfter);

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = !IsAcquired && metadataName == Names[0] ? _retryAfter : null;
        return metadata is not null;
    }

    /// <summary>Releases the permit; the windows start. Never throws.</summary>
    public ValueTask EndAsync() =>
        _limiter is not null && Interlocked.Exchange(ref _ended, 1) == 0 ? _limiter.ReleaseAsync(_permit) : default;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Dispose cannot wait. If the store fails to record the end, the call counts as under way, which is the safe side.
            _ = EndAsync().AsTask();
        }

        base.Dispose(disposing);
    }
}
