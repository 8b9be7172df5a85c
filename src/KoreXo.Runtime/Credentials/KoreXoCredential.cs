namespace KoreXo;

/// <summary>Gives the token of a call. It is asked before every attempt, by many calls at once.</summary>
public abstract class KoreXoCredential
{
    /// <summary>Gets the id by which the server counts this caller against its quotas; credentials without one are counted as one caller.</summary>
    public virtual string? ClientId => null;

    /// <summary>Gets the token, without a prefix.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token.</returns>
    public abstract ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Takes note that the server did not accept a token (401), which must not be given again.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether another token may be accepted. If so, the call is repeated, once.</returns>
    /// <remarks>A credential that does not override it has nothing better to give.</remarks>
    public virtual ValueTask<bool> RefuseAsync(string token, CancellationToken cancellationToken) => new(false);

    /// <summary>Gives the name of the type, never a secret.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => GetType().Name;
}
