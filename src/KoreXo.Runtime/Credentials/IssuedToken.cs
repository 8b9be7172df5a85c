namespace KoreXo.Runtime;

/// <summary>A signed token, its signer, and whether it was handed out more than once.</summary>
internal sealed class IssuedToken(AccessToken token, JwtSigner signer, Freshness freshness)
{
    private int _handedOut;

    public JwtSigner Signer { get; } = signer;

    public bool IsFresh(TimeProvider clock) => freshness.Holds(clock);

    /// <summary>
    /// Gets a value indicating whether the token had been used before it was rejected, so that a new one may be accepted.
    /// </summary>
    public bool WasReused => Volatile.Read(ref _handedOut) > 1;

    public AccessToken HandOut()
    {
        if (!WasReused)
        {
            Interlocked.Increment(ref _handedOut);
        }

        return token;
    }
}
