namespace KoreXo.Runtime;

/// <summary>A token that is reused until it is about to expire or is rejected.</summary>
internal sealed class KeptToken(AccessToken token, Freshness freshness)
{
    private int _uses;
    private volatile bool _dropped;

    public AccessToken Token { get; } = token;

    public bool TryHandOut(TimeProvider clock)
    {
        if (_dropped || !freshness.Holds(clock))
        {
            return false;
        }

        Use();
        return true;
    }

    /// <summary>Records that the token was handed out.</summary>
    public void Use()
    {
        if (Volatile.Read(ref _uses) < 2)
        {
            Interlocked.Increment(ref _uses);
        }
    }

    /// <summary>Marks the token as rejected.</summary>
    /// <returns>Whether it had been used before, so that a new one may be accepted.</returns>
    public bool Drop()
    {
        _dropped = true;
        return Volatile.Read(ref _uses) > 1;
    }
}
