namespace KoreXo;

/// <summary>Gives the token of a call. It is asked before every attempt, by many calls at once.</summary>
public abstract class KoreXoCredential
{
    /// <summary>Gets the token, without a prefix.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token.</returns>
    public abstract ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Gives the name of the type, never a secret.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => GetType().Name;
}
