using System.Text;
using System.Text.Json;
using KoreXo.Runtime;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KoreXo;

/// <summary>Signs a JSON Web Token with the client secret of an app (HS256).</summary>
/// <remarks>
/// A token is used until shortly before it expires; with <see cref="EnforceJti"/> every attempt gets a new one. Safe to share between clients and threads.
/// </remarks>
public sealed class JwtCredential : KoreXoCredential
{
    private const int MinimalKeyBytes = 32;
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly string _clientId;
    private readonly TimeSpan _lifetime = TimeSpan.FromMinutes(5);
    private volatile Signer _signer;

    /// <summary>Makes a credential of an app.</summary>
    /// <param name="clientId">The client id of the app.</param>
    /// <param name="clientSecret">The client secret of the app: at least 32 bytes in UTF-8.</param>
    /// <exception cref="ArgumentException">A value is empty, or the secret is too short for HS256.</exception>
    public JwtCredential(string clientId, string clientSecret)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientId);
        _clientId = clientId;
        _signer = Signer.Create(clientSecret);
    }

    /// <summary>Gets the name of the claim that carries the client id; the case counts.</summary>
    /// <value>The default is <c>appId</c>.</value>
    public string ClaimName { get; init; } = "appId";

    /// <summary>Gets whether the app accepts a token only once. Every attempt then gets a token of its own, with a unique <c>jti</c>.</summary>
    public bool EnforceJti { get; init; }

    /// <summary>Gets how long a token is valid.</summary>
    /// <value>The default is 5 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is under one second.</exception>
    public TimeSpan Lifetime
    {
        get => _lifetime;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            _lifetime = value;
        }
    }

    /// <summary>Gets the clock of <c>iat</c> and <c>exp</c>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Replaces the client secret; the next attempt uses it.</summary>
    /// <param name="clientSecret">The new secret: at least 32 bytes in UTF-8.</param>
    /// <exception cref="ArgumentException">The secret is empty or too short for HS256.</exception>
    public void Update(string clientSecret) => _signer = Signer.Create(clientSecret);

    /// <inheritdoc/>
    public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var signer = _signer;
        var now = TimeProvider.GetUtcNow();
        if (!EnforceJti && signer.Current is { } current && now < current.RefreshAt)
        {
            return new ValueTask<string>(current.Token);
        }

        // Two calls may both sign here; signing is cheap and both tokens are good.
        var token = signer.Sign(Payload(now));
        signer.Current = EnforceJti ? null : new SignedToken(token, now + Lifetime - TimeSpan.FromTicks(Math.Min(Skew.Ticks, Lifetime.Ticks / 2)));
        return new ValueTask<string>(token);
    }

    private string Payload(DateTimeOffset now)
    {
        using var payload = JsonBody.Write((Credential: this, Now: now), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString(state.Credential.ClaimName, state.Credential._clientId);
            writer.WriteNumber("iat", state.Now.ToUnixTimeSeconds());
            writer.WriteNumber("exp", (state.Now + state.Credential.Lifetime).ToUnixTimeSeconds());
            if (state.Credential.EnforceJti)
            {
                writer.WriteString("jti", Guid.NewGuid().ToString("N"));
            }

            writer.WriteEndObject();
        });
        return Encoding.UTF8.GetString(payload.Json.Span);
    }

    private sealed record SignedToken(string Token, DateTimeOffset RefreshAt);

    /// <summary>One secret with the token that was last signed by it: replacing the one drops the other.</summary>
    private sealed class Signer(SigningCredentials credentials)
    {
        private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

        private volatile SignedToken? _current;

        public SignedToken? Current
        {
            get => _current;
            set => _current = value;
        }

        public static Signer Create(string clientSecret)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
            var key = Encoding.UTF8.GetBytes(clientSecret);
            if (key.Length < MinimalKeyBytes)
            {
                throw new ArgumentException(
                    $"The client secret has {key.Length} bytes; HS256 needs at least {MinimalKeyBytes}. Check that it was copied whole.", nameof(clientSecret));
            }

            // The library's own cache is static and would keep a secret that was replaced.
            return new Signer(new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256)
            {
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            });
        }

        public string Sign(string payload) => Handler.CreateToken(payload, credentials);
    }
}
