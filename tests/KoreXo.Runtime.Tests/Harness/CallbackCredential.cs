namespace KoreXo.Runtime.Tests;

/// <summary>A credential as a user would write one.</summary>
internal sealed class CallbackCredential(Func<TokenRequestContext, CancellationToken, ValueTask<AccessToken>> tokens) : KoreXoCredential
{
    private int _asked;

    public int Asked => _asked;

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return tokens(context, cancellationToken);
    }
}
