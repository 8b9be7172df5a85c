using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KoreXo.Simulator.Documents;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KoreXo.Simulator;

/// <summary>
/// An app registered with the simulated platform: its client id, the secret that signs its tokens, and its granted scopes. All members are
/// thread-safe and can be used while requests are being served.
/// </summary>
public sealed class SimulatedApp
{
    private readonly ScopeVocabulary _vocabulary;
    private readonly TimeProvider _time;
    private readonly AppKind? _kind;
    private ImmutableHashSet<string> _scopes;

    internal SimulatedApp(AppKind kind, string id, ScopeVocabulary vocabulary, IEnumerable<string> scopes, TimeProvider time)
        : this(kind.Credential(), id, vocabulary, scopes, time) => _kind = kind;

    internal SimulatedApp(string credential, string id, ScopeVocabulary vocabulary, IEnumerable<string> scopes, TimeProvider time)
    {
        _time = time;
        Credential = credential;
        ClientId = "cs-" + id;
        UserId = "u-" + id;
        StreamId = "st-" + id;
        ClientSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        VerificationKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ClientSecret));
        _vocabulary = vocabulary;
        _scopes = ImmutableHashSet.CreateRange(StringComparer.Ordinal, scopes.Select(Known));
    }

    /// <summary>Gets the kind of app, which determines the APIs that it can call.</summary>
    /// <exception cref="InvalidOperationException">The app belongs to a document other than the platform's; it has a
    /// <see cref="Credential"/> only.</exception>
    public AppKind Kind =>
        _kind ?? throw new InvalidOperationException($"The kinds of apps are the platform's; this app has the credential '{Credential}'.");

    /// <summary>
    /// Gets the name of its credential in the document: a security scheme, or a credential that the scopes of operations name.
    /// </summary>
    public string Credential { get; }

    /// <summary>Gets the client id, which is the value of a token's <c>appId</c> claim. It starts with <c>cs-</c>.</summary>
    public string ClientId { get; }

    /// <summary>Gets the secret that signs tokens with HS256: a string of 64 characters, different in each run.</summary>
    public string ClientSecret { get; }

    /// <summary>
    /// Gets or sets a value indicating whether tokens without a <c>jti</c> claim are rejected, like the platform's setting of that name.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool EnforceJti { get; set; }

    /// <summary>Gets the granted scopes in their canonical spelling, without those implied by others.</summary>
    public IReadOnlySet<string> Scopes => Volatile.Read(ref _scopes);

    /// <summary>Gets the user that the platform reports as the author of this app's changes to bots.</summary>
    internal string UserId { get; }

    /// <summary>Gets the id that the platform writes into rows as their author.</summary>
    internal string StreamId { get; }

    /// <summary>Gets the signing algorithm of the app.</summary>
    internal string Algorithm { get; } = SecurityAlgorithms.HmacSha256;

    internal SecurityKey VerificationKey { get; }

    internal JtiLedger Jtis { get; } = new();

    /// <summary>Grants a scope to the app, effective immediately.</summary>
    /// <param name="scope">The name of the scope, or an alias defined in the documents.</param>
    /// <exception cref="ArgumentException">No document defines the scope.</exception>
    public void Grant(string scope)
    {
        var known = Known(scope);
        ImmutableInterlocked.Update(ref _scopes, scopes => scopes.Add(known));
    }

    /// <summary>Revokes a scope, effective immediately. Does nothing if the app does not have it.</summary>
    /// <param name="scope">The name of the scope, or an alias defined in the documents.</param>
    /// <exception cref="ArgumentException">No document defines the scope.</exception>
    public void Revoke(string scope)
    {
        var known = Known(scope);
        ImmutableInterlocked.Update(ref _scopes, scopes => scopes.Remove(known));
    }

    /// <summary>
    /// Creates a signed token for callers that do not use KoreXo; send it in the <c>auth</c> header. Unless <see cref="EnforceJti"/> is
    /// set, it has no <c>jti</c> claim and can be used any number of times; otherwise, it can be used once.
    /// </summary>
    /// <param name="lifetime">The lifetime of the token on the simulator's clock; at least one second, and at most one hour if
    /// <see cref="EnforceJti"/> is set.</param>
    /// <returns>The token. Keep it as secret as <see cref="ClientSecret"/> until it expires.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is shorter than a second, longer than an hour although
    /// <see cref="EnforceJti"/> is set, or ends after the year 9999.</exception>
    public string CreateToken(TimeSpan lifetime)
    {
        var now = _time.GetUtcNow();
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, DateTimeOffset.MaxValue - now);
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["appId"] = ClientId };
        if (EnforceJti)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, TokenVerifier.LongestWithJti);
            claims["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true);
        }

        // By default, the handler would add nbf from the clock of the computer, which need not be that of the simulator.
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Claims = claims,
                IssuedAt = now.UtcDateTime,
                Expires = (now + lifetime).UtcDateTime,
                SigningCredentials = new SigningCredentials(VerificationKey, Algorithm),
            }
        );
    }

    /// <summary>Returns a description of the app without its secret.</summary>
    /// <returns>The kind and the client id.</returns>
    public override string ToString() => $"{Credential} app {ClientId}";

    private string Known(string scope)
    {
        ArgumentException.ThrowIfNullOrEmpty(scope);
        return _vocabulary.Knows(scope)
            ? _vocabulary.Canonical(scope)
            : throw new ArgumentException($"No document knows the scope '{scope}'.", nameof(scope));
    }
}
