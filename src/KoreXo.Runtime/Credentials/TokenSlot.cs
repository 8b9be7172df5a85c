using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace KoreXo.Runtime;

/// <summary>
/// Caches one token of a credential until shortly before it expires, and fetches the next one once for all waiting calls.
/// </summary>
/// <remarks>
/// If 50 calls start while the slot is empty, one requests the token and 49 join it. If the token turns out to be for a single attempt,
/// one of them uses it, and all others, later calls included, request their own.
/// </remarks>
internal sealed class TokenSlot
{
    // Clocks differ, and a request takes time to arrive.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly KoreXoCredential _credential;
    private readonly SingleFlight _fetch;
    private volatile TokenRequestContext? _context;
    private volatile KeptToken? _kept;
    private volatile StrongBox<AccessToken>? _unshared;
    private volatile bool _givesSingleUse;

    public TokenSlot(KoreXoCredential credential)
    {
        _credential = credential;
        _fetch = new SingleFlight(FetchAsync);
    }

    public ValueTask<AccessToken> GetAsync(TokenRequestContext context, CancellationToken cancellationToken)
    {
        if (_kept is { } kept && kept.TryHandOut(context.TimeProvider))
        {
            return new ValueTask<AccessToken>(kept.Token);
        }

        return _givesSingleUse ? FetchOwnAsync(context, cancellationToken) : JoinAsync(context, cancellationToken);
    }

    public bool Drop(string token) => _kept is { } kept && (kept.Token.Value != token || kept.Drop());

    // A source of single-attempt tokens may start to return tokens with an expiry, such as a callback that falls back to another source.
    private async ValueTask<AccessToken> FetchOwnAsync(TokenRequestContext context, CancellationToken cancellationToken)
    {
        var token = await _credential.GetTokenAsync(context, cancellationToken).ConfigureAwait(false);
        if (TryKeep(token, context.TimeProvider, out var kept))
        {
            kept.Use();
        }

        return token;
    }

    private async ValueTask<AccessToken> JoinAsync(TokenRequestContext context, CancellationToken cancellationToken)
    {
        _context = context; // the contexts of all waiting calls are equivalent
        await _fetch.JoinAsync(cancellationToken).ConfigureAwait(false);
        if (Interlocked.Exchange(ref _unshared, null) is { } unshared)
        {
            return unshared.Value;
        }

        return _kept is { } kept && kept.TryHandOut(context.TimeProvider)
            ? kept.Token
            : await FetchOwnAsync(context, cancellationToken).ConfigureAwait(false);
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        var context = _context!;
        var token = await _credential.GetTokenAsync(context, cancellationToken).ConfigureAwait(false);
        if (!TryKeep(token, context.TimeProvider, out _))
        {
            // It is valid for one attempt, so only one of the waiting calls may use it.
            _unshared = new StrongBox<AccessToken>(token);
            _givesSingleUse = token.ExpiresOn is null;
        }
    }

    private bool TryKeep(AccessToken token, TimeProvider clock, [NotNullWhen(true)] out KeptToken? kept)
    {
        kept = null;
        var now = clock.GetUtcNow();
        if (token.ExpiresOn is not { } expires || expires <= now || !FixedToken.IsToken(token.Value))
        {
            return false;
        }

        var left = expires - now;
        kept = new KeptToken(token, new Freshness(clock, now, expires - (left < Margin * 2 ? left / 2 : Margin)));
        _kept = kept;
        _givesSingleUse = false;
        return true;
    }
}
