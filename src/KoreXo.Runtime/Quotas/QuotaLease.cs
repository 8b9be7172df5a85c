using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>A permit for one attempt, or the information that there is none. Whoever takes it ends it, once.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct QuotaLease
{
    private readonly QuotaLimiter? _limiter;
    private readonly PermitRequest? _permit;

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

    /// <summary>Releases the permit, if there is one; the windows start. Never throws.</summary>
    public ValueTask EndAsync() => _limiter?.ReleaseAsync(_permit) ?? default;
}
