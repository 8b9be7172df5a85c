namespace KoreXo.Runtime;

/// <summary>A token that was signed, by whom, and whether it was handed out more than once.</summary>
internal sealed class IssuedToken(AccessToken token, JwtSigner signer, Freshness freshness)
{
    private int _handedOut;

    public JwtSigner Signer { get; } = signer;

    public bool IsFresh(TimeProvider clock) => freshness.Holds(clock);

    /// <summary>Gets whether the token was used before it was refused, so that a new one may fare better.</summary>
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
