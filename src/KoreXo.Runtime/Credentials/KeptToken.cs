namespace KoreXo.Runtime;

/// <summary>A token that is used again and again, until it is about to expire or is rejected.</summary>
internal sealed class KeptToken(AccessToken token, DateTimeOffset renewOn)
{
    private int _uses;
    private volatile bool _dropped;

    public AccessToken Token { get; } = token;

    public bool TryHandOut(DateTimeOffset now)
    {
        if (_dropped || now >= renewOn)
        {
            return false;
        }

        if (Volatile.Read(ref _uses) < 2)
        {
            Interlocked.Increment(ref _uses);
        }

        return true;
    }

    /// <summary>Marks the token as rejected.</summary>
    /// <returns>Whether it was used before, so that a new one may fare better.</returns>
    public bool Drop()
    {
        _dropped = true;
        return Volatile.Read(ref _uses) > 1;
    }
}
