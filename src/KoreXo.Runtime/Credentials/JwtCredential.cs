using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>Signs JSON Web Tokens with an app's client secret or private key.</summary>
/// <remarks>
/// A token is used until shortly before it expires; with <see cref="EnforceJti"/>, every attempt gets a new one. Thread-safe; can be shared
/// between clients. The platform's payload encryption is not supported: its wire format is not documented.
/// </remarks>
public sealed class JwtCredential : KoreXoCredential
{
    // The platform rejects longer lifetimes for tokens with a jti.
    private static readonly TimeSpan LongestWithJti = TimeSpan.FromHours(1);

    // A leaked token stays valid for as long; no service requires more.
    internal static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    private readonly ConditionalWeakTable<string, IssuedToken> _issued = [];
    private readonly Func<CancellationToken, ValueTask<string>>? _secretProvider;
    private readonly SingleFlight _renewal;
    private readonly string _clientId;
    private readonly TimeSpan _lifetime = TimeSpan.FromMinutes(5);
    private readonly string _claimName = "appId";
    private readonly TimeSpan _clockSkew = TimeSpan.FromSeconds(30);
    private volatile JwtSigner? _signer;
    private long _secretSince;

    /// <summary>Initializes a new instance of the <see cref="JwtCredential"/> class with a client secret.</summary>
    /// <param name="clientId">The client ID of the app.</param>
    /// <param name="clientSecret">The client secret of the app: at least 32 bytes in UTF-8, 64 for HS512. For RS256 and RS512, the
    /// private key as PEM.</param>
    /// <param name="algorithm">The signing algorithm.</param>
    /// <exception cref="ArgumentException">A value is empty, or the secret does not fit the algorithm.</exception>
    public JwtCredential(string clientId, string clientSecret, JwtAlgorithm algorithm = JwtAlgorithm.HS256)
        : this(clientId, algorithm) => _signer = JwtSigner.Create(clientSecret, algorithm, nameof(clientSecret));

    /// <summary>
    /// Initializes a new instance of the <see cref="JwtCredential"/> class with a private key, such as one in a hardware module.
    /// </summary>
    /// <param name="clientId">The client ID of the app.</param>
    /// <param name="privateKey">The private key, of at least 2048 bits. The caller disposes it, and it must live as long as the
    /// credential.</param>
    /// <param name="algorithm">The signing algorithm: RS256 or RS512.</param>
    /// <exception cref="ArgumentException">The client ID is empty, or the key does not fit the algorithm.</exception>
    public JwtCredential(string clientId, RSA privateKey, JwtAlgorithm algorithm = JwtAlgorithm.RS256)
        : this(clientId, algorithm)
    {
        ArgumentNullException.ThrowIfNull(privateKey);
        _signer = JwtSigner.Create(privateKey, algorithm, fingerprint: [], nameof(privateKey));
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="JwtCredential"/> class with a secret that is fetched, such as from a vault.
    /// </summary>
    /// <param name="clientId">The client ID of the app.</param>
    /// <param name="secretProvider">
    /// Returns the secret, in the form that the other constructor takes. It is called before the first token, again whenever a
    /// <see cref="Lifetime"/> has passed, and when the server rejected a token; never concurrently, however many calls wait. If it throws,
    /// the exception becomes the inner exception of the waiting calls.
    /// </param>
    /// <param name="algorithm">The signing algorithm.</param>
    /// <exception cref="ArgumentException">The client ID is empty.</exception>
    public JwtCredential(
        string clientId,
        Func<CancellationToken, ValueTask<string>> secretProvider,
        JwtAlgorithm algorithm = JwtAlgorithm.HS256
    )
        : this(clientId, algorithm)
    {
        ArgumentNullException.ThrowIfNull(secretProvider);
        _secretProvider = secretProvider;
    }

    private JwtCredential(string clientId, JwtAlgorithm algorithm)
    {
        Required.Text(clientId, nameof(clientId));
        if (algorithm is < JwtAlgorithm.HS256 or > JwtAlgorithm.RS512)
        {
            throw new ArgumentOutOfRangeException(nameof(algorithm));
        }

        _clientId = clientId;
        _renewal = new SingleFlight(FetchSecretAsync);
        Algorithm = algorithm;
    }

    /// <inheritdoc/>
    public override string ClientId => _clientId;

    internal override bool KeepsTokens => false;

    /// <summary>Gets the signing algorithm.</summary>
    public JwtAlgorithm Algorithm { get; }

    /// <summary>Gets the name of the claim that carries the client ID; case-sensitive.</summary>
    /// <value>The default is <c>appId</c>.</value>
    /// <exception cref="ArgumentException">
    /// The value is empty, or the name of another claim: <c>iat</c>, <c>exp</c> or <c>jti</c>.
    /// </exception>
    public string ClaimName
    {
        get => _claimName;
        init => _claimName = FreeClaim(value);
    }

    /// <summary>
    /// Gets a value indicating whether the app accepts a token only once. Every attempt then gets its own token, with a unique <c>jti</c>.
    /// </summary>
    public bool EnforceJti { get; init; }

    /// <summary>
    /// Gets the encryption of the signed token, for an app that enforces JWE; <see langword="null"/> to only sign it.
    /// </summary>
    public JwtEncryption? Encryption { get; init; }

    /// <summary>
    /// Gets the lifetime of a token. With <see cref="EnforceJti"/>, it is limited to the one hour that the platform allows.
    /// </summary>
    /// <value>The default is 5 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than one second or more than 365 days.</exception>
    public TimeSpan Lifetime
    {
        get => _lifetime;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestLifetime);
            _lifetime = value;
        }
    }

    /// <summary>
    /// Gets the tolerated difference between the clocks of client and server: tokens are backdated, and renewed early, by this much.
    /// </summary>
    /// <value>The default is 30 seconds. At most half of the lifetime is used.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or more than half an hour.</exception>
    public TimeSpan ClockSkew
    {
        get => _clockSkew;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestWithJti / 2);
            _clockSkew = value;
        }
    }

    /// <summary>Gets the clock for <c>iat</c> and <c>exp</c>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Replaces the client secret; the next attempt uses it.</summary>
    /// <param name="clientSecret">The new secret, as for the constructor.</param>
    /// <exception cref="ArgumentException">The secret is empty or does not fit the algorithm.</exception>
    public void Update(string clientSecret) => Use(JwtSigner.Create(clientSecret, Algorithm, nameof(clientSecret)));

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Not by the wall clock: if it were set back by hours, a secret would be kept for that long.
        return _signer is { } signer && (_secretProvider is null || TimeProvider.GetElapsedTime(Volatile.Read(ref _secretSince)) < Lifetime)
            ? new ValueTask<AccessToken>(Token(signer))
            : new ValueTask<AccessToken>(FetchAndSignAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> OnTokenRejectedAsync(string token, CancellationToken cancellationToken)
    {
        if (!_issued.TryGetValue(token, out var issued))
        {
            return false;
        }

        issued.Signer.Drop(issued);
        if (_signer == issued.Signer && _secretProvider is not null)
        {
            await _renewal.JoinAsync(cancellationToken).ConfigureAwait(false);
        }

        return _signer != issued.Signer || issued.WasReused;
    }

    private async Task<AccessToken> FetchAndSignAsync(CancellationToken cancellationToken)
    {
        await _renewal.JoinAsync(cancellationToken).ConfigureAwait(false);
        return Token(_signer!);
    }

    private async Task FetchSecretAsync(CancellationToken cancellationToken)
    {
        var secret = await _secretProvider!(cancellationToken).ConfigureAwait(false);

        // The same secret keeps its signer, so that a caller can see whether there is a new one.
        Use(_signer is { } signer && secret is not null && signer.IsOf(secret) ? signer : SignerOf(secret!));
    }

    private JwtSigner SignerOf(string secret)
    {
        try
        {
            return JwtSigner.Create(secret, Algorithm, "clientSecret");
        }
        catch (ArgumentException fault)
        {
            throw new KoreXoAuthenticationException(
                $"the secret provider returned an invalid secret: {ArgumentFault.Reason(fault)}",
                fault
            );
        }
    }

    private void Use(JwtSigner signer)
    {
        _signer = signer;
        Volatile.Write(ref _secretSince, TimeProvider.GetTimestamp());
    }

    private AccessToken Token(JwtSigner signer)
    {
        var now = TimeProvider.GetUtcNow();
        if (!EnforceJti && signer.Current is { } current && current.IsFresh(TimeProvider))
        {
            return current.HandOut();
        }

        // Two calls may both sign here; signing is cheap, and both tokens are valid.
        var skew = TimeSpan.FromTicks(Math.Min(ClockSkew.Ticks, Lifetime.Ticks / 2));
        var expires = now + (EnforceJti && Lifetime + skew > LongestWithJti ? LongestWithJti - skew : Lifetime);
        var token = signer.Sign(Payload(now - skew, expires).Span, Encryption);
        var issued = new IssuedToken(
            new AccessToken(token, EnforceJti ? null : expires),
            signer,
            new Freshness(TimeProvider, now, expires - skew)
        );
        _issued.Add(token, issued);
        Instruments.TokenRefreshes.TryAdd();
        signer.Current = EnforceJti ? null : issued;
        return issued.HandOut();
    }

    private static string FreeClaim(string claimName)
    {
        Required.Text(claimName, nameof(claimName));
        return claimName is "iat" or "exp" or "jti"
            ? throw new ArgumentException($"The claim '{claimName}' has another value in every token.", nameof(claimName))
            : claimName;
    }

    private ReadOnlyMemory<byte> Payload(DateTimeOffset issued, DateTimeOffset expires) =>
        JsonWriting.ToBytes(
            (Credential: this, Issued: issued, Expires: expires),
            static (writer, state) =>
            {
                writer.WriteStartObject();
                writer.WriteString(state.Credential.ClaimName, state.Credential._clientId);
                writer.WriteNumber("iat", state.Issued.ToUnixTimeSeconds());
                writer.WriteNumber("exp", state.Expires.ToUnixTimeSeconds());
                if (state.Credential.EnforceJti)
                {
                    writer.WriteString("jti", Guid.NewGuid().ToString("N"));
                }

                writer.WriteEndObject();
            }
        );
}
