using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KoreXo.Simulator.Documents;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KoreXo.Simulator;

/// <summary>
/// An app registered with the simulated platform: the client id and secret that sign tokens, and the scopes granted to it.
/// All members may be used while requests are served.
/// </summary>
public sealed class SimulatedApp
{
    private readonly ScopeVocabulary _vocabulary;
    private readonly TimeProvider _time;
    private ImmutableHashSet<string> _scopes;

    internal SimulatedApp(AppKind kind, string id, ScopeVocabulary vocabulary, IEnumerable<string> scopes, TimeProvider time)
    {
        _time = time;
        Kind = kind;
        ClientId = "cs-" + id;
        UserId = "u-" + id;
        StreamId = "st-" + id;
        ClientSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        VerificationKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ClientSecret));
        _vocabulary = vocabulary;
        _scopes = ImmutableHashSet.CreateRange(StringComparer.Ordinal, scopes.Select(Known));
    }

    /// <summary>The kind of app, which decides which APIs it can call at all.</summary>
    public AppKind Kind { get; }

    /// <summary>The client id, the value of a token's <c>appId</c> claim. It begins with <c>cs-</c>.</summary>
    public string ClientId { get; }

    /// <summary>The secret that signs tokens by HS256: a text of 64 characters, different in each run.</summary>
    public string ClientSecret { get; }

    /// <summary>
    /// Whether tokens without a <c>jti</c> claim are refused, as the platform's switch of that name asks.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool EnforceJti { get; set; }

    /// <summary>The granted scopes, in their main spelling; those included in others are not listed.</summary>
    public IReadOnlySet<string> Scopes => Volatile.Read(ref _scopes);

    /// <summary>The user that the platform names as the author of what this app does to bots.</summary>
    internal string UserId { get; }

    /// <summary>The id that the platform writes into rows as their author.</summary>
    internal string StreamId { get; }

    /// <summary>The algorithm chosen for the app when it was made.</summary>
    internal string Algorithm { get; } = SecurityAlgorithms.HmacSha256;

    internal SecurityKey VerificationKey { get; }

    internal JtiLedger Jtis { get; } = new();

    /// <summary>Grants a scope from now on.</summary>
    /// <param name="scope">The name of the scope, or another spelling that the documents know.</param>
    /// <exception cref="ArgumentException">No document knows the scope.</exception>
    public void Grant(string scope)
    {
        var known = Known(scope);
        ImmutableInterlocked.Update(ref _scopes, scopes => scopes.Add(known));
    }

    /// <summary>Takes a scope away from now on. Nothing happens when the app does not have it.</summary>
    /// <param name="scope">The name of the scope, or another spelling that the documents know.</param>
    /// <exception cref="ArgumentException">No document knows the scope.</exception>
    public void Revoke(string scope)
    {
        var known = Known(scope);
        ImmutableInterlocked.Update(ref _scopes, scopes => scopes.Remove(known));
    }

    /// <summary>
    /// Signs a token, for callers that are not clients of KoreXo: send it in the header <c>auth</c>. It has no <c>jti</c> claim, so that it
    /// may be used again and again, unless <see cref="EnforceJti"/> is set.
    /// </summary>
    /// <param name="lifetime">How long the token is valid, by the clock of the simulator; at least a second.</param>
    /// <returns>The token, which is as secret as <see cref="ClientSecret"/> until it expires.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is shorter than a second, or ends after the year 9999.</exception>
    public string CreateToken(TimeSpan lifetime)
    {
        var now = _time.GetUtcNow();
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, DateTimeOffset.MaxValue - now);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["appId"] = ClientId },
                IssuedAt = now.UtcDateTime,
                Expires = (now + lifetime).UtcDateTime,
                SigningCredentials = new SigningCredentials(VerificationKey, Algorithm),
            }
        );
    }

    /// <summary>Names the app, never its secret.</summary>
    /// <returns>The kind and the client id.</returns>
    public override string ToString() => $"{Kind.Credential()} app {ClientId}";

    private string Known(string scope)
    {
        ArgumentException.ThrowIfNullOrEmpty(scope);
        return _vocabulary.Knows(scope)
            ? _vocabulary.Canonical(scope)
            : throw new ArgumentException($"No document knows the scope '{scope}'.", nameof(scope));
    }
}
