using System.Security.Cryptography;
using System.Text;

namespace KoreXo.Runtime;

/// <summary>A signing key together with the last token that it signed, so that replacing the key drops the token.</summary>
/// <remarks>
/// Signs in the compact form of RFC 7515, with the framework's own primitives. Only encryption needs the library, see
/// <see cref="JwtEncryption"/>, and an application that does not encrypt never loads it.
/// </remarks>
internal sealed class JwtSigner
{
    public const int MinimalRsaBits = 2048;

    // An RSA object is not thread-safe.
    private readonly object _gate = new();
    private readonly JwtAlgorithm _algorithm;
    private readonly byte[] _secret;
    private readonly RSA? _rsa;
    private readonly string _header;
    private IssuedToken? _current;

    /// <param name="secret">The client secret, or the hash of the PEM that the key was read from; empty for a key without one.</param>
    /// <param name="rsa">The private key, if it is one.</param>
    /// <param name="algorithm">The signing algorithm.</param>
    private JwtSigner(byte[] secret, RSA? rsa, JwtAlgorithm algorithm)
    {
        (_secret, _rsa, _algorithm) = (secret, rsa, algorithm);
        _header = Base64Url.Encode(Encoding.ASCII.GetBytes($$"""{"alg":"{{Name(algorithm)}}","typ":"JWT"}""")) + ".";
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

        return Create(bytes, algorithm, parameter);
    }

    /// <summary>Creates a signer from the bytes of a client secret.</summary>
    /// <exception cref="ArgumentException">The secret is too short for the algorithm.</exception>
    public static JwtSigner Create(byte[] secret, JwtAlgorithm algorithm, string parameter)
    {
        var needed = algorithm == JwtAlgorithm.HS512 ? 64 : 32;
        return secret.Length >= needed
            ? new JwtSigner(secret, rsa: null, algorithm)
            : throw new ArgumentException(
                $"The client secret has {secret.Length} bytes; {algorithm} needs at least {needed}. Check that all of it was copied.",
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
            ? new JwtSigner(fingerprint, key, algorithm)
            : throw new ArgumentException($"The RSA key has {key.KeySize} bits; at least {MinimalRsaBits} are required.", parameter);
    }

    public static bool IsRsa(JwtAlgorithm algorithm) => algorithm is JwtAlgorithm.RS256 or JwtAlgorithm.RS512;

    public bool IsOf(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return CryptographicOperations.FixedTimeEquals(_rsa is null ? bytes : SHA256.HashData(bytes), _secret);
    }

    /// <summary>Signs claims, and encrypts the token if asked to.</summary>
    /// <param name="claims">The claims, as JSON.</param>
    /// <param name="encryption">The encryption; <see langword="null"/> to only sign.</param>
    public string Sign(ReadOnlySpan<byte> claims, JwtEncryption? encryption)
    {
        var content = _header + Base64Url.Encode(claims);
        var token = $"{content}.{Signature(content)}";
        return encryption is null ? token : encryption.Encrypt(token);
    }

    /// <summary>Drops a token that was rejected.</summary>
    public void Drop(IssuedToken token) => Interlocked.CompareExchange(ref _current, null, token);

    /// <summary>Computes the signature of an encoded header and encoded claims.</summary>
    internal string Signature(string content)
    {
        var bytes = Encoding.ASCII.GetBytes(content);
        if (_rsa is null)
        {
            return Base64Url.Encode(
                _algorithm == JwtAlgorithm.HS512 ? HMACSHA512.HashData(_secret, bytes) : HMACSHA256.HashData(_secret, bytes)
            );
        }

        var hash = _algorithm == JwtAlgorithm.RS512 ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
        lock (_gate)
        {
            return Base64Url.Encode(_rsa.SignData(bytes, hash, RSASignaturePadding.Pkcs1));
        }
    }

    private static string Name(JwtAlgorithm algorithm) =>
        algorithm switch
        {
            JwtAlgorithm.HS512 => "HS512",
            JwtAlgorithm.RS256 => "RS256",
            JwtAlgorithm.RS512 => "RS512",
            _ => "HS256",
        };
}
