using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>Caches the tokens of one credential, each for the requests with the same endpoint, kind and set of scopes.</summary>
internal sealed class TokenCache
{
    private readonly ConcurrentDictionary<Key, TokenSlot> _slots = new();

    public ValueTask<AccessToken> GetAsync(KoreXoCredential credential, TokenRequestContext context, CancellationToken cancellationToken) =>
        _slots
            .GetOrAdd(KeyOf(credential, context), static (_, owner) => new TokenSlot(owner), credential)
            .GetAsync(context, cancellationToken);

    /// <summary>Drops a token that the server rejected.</summary>
    /// <returns>Whether a new token may be accepted: the rejected one had been reused, or was already replaced.</returns>
    public bool Drop(KoreXoCredential credential, TokenRequestContext context, string token) =>
        _slots.TryGetValue(KeyOf(credential, context), out var slot) && slot.Drop(token);

    private static Key KeyOf(KoreXoCredential credential, TokenRequestContext context) =>
        new(context.Endpoint, context.CredentialKind, credential.ScopeKey(context));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Key(Uri Endpoint, string? Kind, string Scopes);
}
