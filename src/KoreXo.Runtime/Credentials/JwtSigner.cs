using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KoreXo.Runtime;

/// <summary>A signing key together with the last token that it signed, so that replacing the key drops the token.</summary>
internal sealed class JwtSigner
{
    public const int MinimalRsaBits = 2048;

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    // An RSA object is not thread-safe; an HMAC is created for each token.
    private readonly object? _gate;
    private readonly SigningCredentials _credentials;
    private readonly byte[] _fingerprint;
    private IssuedToken? _current;

    private JwtSigner(SecurityKey key, JwtAlgorithm algorithm, byte[] fingerprint, bool oneAtATime)
    {
        // The library's own cache is static and would keep a secret that was replaced.
        _credentials = new SigningCredentials(key, algorithm.ToString())
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        _fingerprint = fingerprint;
        _gate = oneAtATime ? new object() : null;
    }

    /// <summary>Gets the token that may be reused.</summary>
    public IssuedToken? Current
    {
        get => Volatile.Read(ref _current);
        set => Volatile.Write(ref _current, value);
    }

    /// <summary>Creates a signer from a client secret or, for RSA, from a private key as PEM.</summary>
    /// <exception cref="ArgumentException">The key does not fit the algorithm; the message does not show it.</exception>
    public static JwtSigner Create(string secret, JwtAlgorithm algorithm, string parameter)
    {
        Required.Text(secret, parameter);
        var bytes = Encoding.UTF8.GetBytes(secret);
        if (IsRsa(algorithm))
        {
            var rsa = RSA.Create();
            try
            {
                rsa.ImportFromPem(secret);
            }
            catch (Exception fault) when (fault is ArgumentException or CryptographicException)
            {
                rsa.Dispose();
                throw new ArgumentException(
                    $"{algorithm} needs a private RSA key as PEM, not encrypted: '-----BEGIN PRIVATE KEY-----' … Check that all of it was copied, including its line breaks.",
                    parameter,
                    fault
                );
            }

            return Create(rsa, algorithm, SHA256.HashData(bytes), parameter);
        }

        var needed = algorithm == JwtAlgorithm.HS512 ? 64 : 32;
        return bytes.Length >= needed
            ? new JwtSigner(new SymmetricSecurityKey(bytes), algorithm, SHA256.HashData(bytes), oneAtATime: false)
            : throw new ArgumentException(
                $"The client secret has {bytes.Length} bytes; {algorithm} needs at least {needed}. Check that all of it was copied.",
                parameter
            );
    }

    /// <summary>Creates a signer from a private key.</summary>
    /// <exception cref="ArgumentException">The key does not fit the algorithm.</exception>
    public static JwtSigner Create(RSA key, JwtAlgorithm algorithm, byte[] fingerprint, string parameter)
    {
        if (!IsRsa(algorithm))
        {
            throw new ArgumentException(
                $"{algorithm} signs with a client secret; with an RSA key, choose {JwtAlgorithm.RS256} or {JwtAlgorithm.RS512}.",
                parameter
            );
        }

        return key.KeySize >= MinimalRsaBits
            ? new JwtSigner(new RsaSecurityKey(key), algorithm, fingerprint, oneAtATime: true)
            : throw new ArgumentException($"The RSA key has {key.KeySize} bits; at least {MinimalRsaBits} are required.", parameter);
    }

    public static bool IsRsa(JwtAlgorithm algorithm) => algorithm is JwtAlgorithm.RS256 or JwtAlgorithm.RS512;

    public bool IsOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan().SequenceEqual(_fingerprint);

    public string Sign(string payload, JwtEncryption? encryption)
    {
        if (_gate is null)
        {
            return Create(payload, encryption);
        }

        lock (_gate)
        {
            return Create(payload, encryption);
        }
    }

    /// <summary>Drops a token that was rejected.</summary>
    public void Drop(IssuedToken token) => Interlocked.CompareExchange(ref _current, null, token);

    private string Create(string payload, JwtEncryption? encryption) =>
        encryption is null
            ? Handler.CreateToken(payload, _credentials)
            : Handler.CreateToken(payload, _credentials, encryption.Credentials);
}
