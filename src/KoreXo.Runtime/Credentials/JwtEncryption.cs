using System.Security.Cryptography;
using System.Text.Json;
using KoreXo.Runtime;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KoreXo;

/// <summary>
/// Encrypts the signed tokens of an app that enforces JWE: a token is signed as usual and then encrypted with the platform's public key.
/// </summary>
/// <remarks>The content is encrypted with A128CBC-HS256. The platform documents two others; those are not supported.</remarks>
public sealed class JwtEncryption
{
    private readonly EncryptingCredentials _credentials;

    /// <summary>
    /// Initializes a new instance of the <see cref="JwtEncryption"/> class with the public key that the platform shows for the app.
    /// </summary>
    /// <param name="publicKey">The public key as a JSON Web Key, <c>{"kty":"RSA","kid":"…","e":"…","n":"…"}</c>.</param>
    /// <param name="keyWrap">How the key of a token is encrypted.</param>
    /// <exception cref="ArgumentException">The string is not a public RSA key of at least 2048 bits.</exception>
    public JwtEncryption(string publicKey, JwtKeyWrap keyWrap = JwtKeyWrap.RsaOaep)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(publicKey);
        if (!Enum.IsDefined(keyWrap))
        {
            throw new ArgumentOutOfRangeException(nameof(keyWrap));
        }

        var algorithm = keyWrap == JwtKeyWrap.Rsa15 ? SecurityAlgorithms.RsaPKCS1 : SecurityAlgorithms.RsaOAEP;
        _credentials = new EncryptingCredentials(Read(publicKey), algorithm, SecurityAlgorithms.Aes128CbcHmacSha256);
    }

    /// <summary>Encrypts a signed token.</summary>
    internal string Encrypt(string token)
    {
        // RFC 7519, 5.2: what is encrypted is a token itself.
        var header = new Dictionary<string, object>(StringComparer.Ordinal) { ["cty"] = "JWT" };
        return new JsonWebTokenHandler().EncryptToken(token, _credentials, header);
    }

    private static RsaSecurityKey Read(string publicKey)
    {
        try
        {
            using var json = JsonDocument.Parse(publicKey);
            var key = json.RootElement;
            if (key.GetProperty("kty").GetString() != "RSA")
            {
                throw new ArgumentException("The encryption key must be an RSA key (\"kty\":\"RSA\").", nameof(publicKey));
            }

            var numbers = new RSAParameters { Modulus = Number(key, "n"), Exponent = Number(key, "e") };
            if (numbers.Modulus.Length < JwtSigner.MinimalRsaBits / 8)
            {
                throw new ArgumentException($"The encryption key must have at least {JwtSigner.MinimalRsaBits} bits.", nameof(publicKey));
            }

            // Without a caching factory: the library's own cache is static.
            return new RsaSecurityKey(numbers)
            {
                KeyId = key.TryGetProperty("kid", out var id) ? id.GetString() : null,
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ArgumentException(
                "The encryption key is not a JSON Web Key with the members kty, n and e.",
                nameof(publicKey),
                fault
            );
        }
    }

    private static byte[] Number(JsonElement key, string name) => Base64UrlEncoder.DecodeBytes(key.GetProperty(name).GetString());
}
