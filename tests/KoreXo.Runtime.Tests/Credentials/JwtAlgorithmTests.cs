using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

public sealed class JwtAlgorithmTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(JwtAlgorithm.HS512, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde", "needs at least 64")]
    [InlineData(JwtAlgorithm.RS256, Secret, "private RSA key as PEM")]
    [InlineData(JwtAlgorithm.RS512, "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----", "private RSA key as PEM")]
    public void A_key_that_does_not_fit_is_refused_without_being_shown(JwtAlgorithm algorithm, string secret, string reason)
    {
        var fault = Assert.Throws<ArgumentException>(() => new JwtCredential("cs-1", secret, algorithm));
        Assert.Contains(reason, fault.Message);
        Assert.Equal("clientSecret", fault.ParamName);
        Assert.DoesNotContain(secret, fault.ToString());
    }

    [Fact]
    public void A_small_or_misplaced_rsa_key_is_refused()
    {
        using var small = RSA.Create(1024);
        using var good = RSA.Create(2048);
        Assert.Contains("1024 bits", Assert.Throws<ArgumentException>(() => new JwtCredential("cs-1", small)).Message);
        Assert.Contains(
            "choose RS256",
            Assert.Throws<ArgumentException>(() => new JwtCredential("cs-1", good, JwtAlgorithm.HS256)).Message
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new JwtCredential("cs-1", Secret, (JwtAlgorithm)9));
    }

    [Fact]
    public async Task HS512_signs_with_sha_512()
    {
        var secret = Secret + Secret;
        var token = await new JwtCredential("cs-1", secret, JwtAlgorithm.HS512).TokenAsync(CancellationToken.None);
        Assert.Equal("HS512", JwtReader.Header(token).GetProperty("alg").GetString());
        Assert.Equal(HMACSHA512.HashData(Encoding.UTF8.GetBytes(secret), Signed(token)), JwtReader.Bytes(token.Split('.')[2]));
    }

    [Theory]
    [InlineData(JwtAlgorithm.RS256, true)]
    [InlineData(JwtAlgorithm.RS512, true)]
    [InlineData(JwtAlgorithm.RS256, false)]
    [InlineData(JwtAlgorithm.RS512, false)]
    public async Task RSA_signs_what_the_public_key_verifies(JwtAlgorithm algorithm, bool fromPem)
    {
        using var rsa = RSA.Create(2048);
        var credential = fromPem
            ? new JwtCredential("cs-1", rsa.ExportPkcs8PrivateKeyPem(), algorithm)
            : new JwtCredential("cs-1", rsa, algorithm);

        var token = await credential.TokenAsync(CancellationToken.None);

        Assert.Equal(algorithm.ToString(), JwtReader.Header(token).GetProperty("alg").GetString());
        var hash = algorithm == JwtAlgorithm.RS256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512;
        Assert.True(rsa.VerifyData(Signed(token), JwtReader.Bytes(token.Split('.')[2]), hash, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task Many_threads_may_sign_with_one_rsa_key()
    {
        using var rsa = RSA.Create(2048);
        var credential = new JwtCredential("cs-1", rsa.ExportRSAPrivateKeyPem(), JwtAlgorithm.RS256) { EnforceJti = true };
        var tokens = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => Task.Run(async () => await credential.TokenAsync(CancellationToken.None)))
        );
        Assert.All(
            tokens,
            token =>
                Assert.True(
                    rsa.VerifyData(Signed(token), JwtReader.Bytes(token.Split('.')[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                )
        );
        Assert.Equal(64, tokens.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(JwtKeyWrap.RsaOaep, "RSA-OAEP")]
    [InlineData(JwtKeyWrap.Rsa15, "RSA1_5")]
    public async Task An_encrypted_token_holds_a_signed_one(JwtKeyWrap wrap, string algorithm)
    {
        using var platform = RSA.Create(2048);
        var credential = new JwtCredential("cs-1", Secret)
        {
            Encryption = new JwtEncryption(Jwk(platform, "k-1"), wrap),
            EnforceJti = true,
        };

        var token = await credential.TokenAsync(CancellationToken.None);

        Assert.Equal(5, token.Split('.').Length);
        var header = JwtReader.Header(token);
        Assert.Equal(
            (algorithm, "A128CBC-HS256", "k-1", "JWT"),
            (Text(header, "alg"), Text(header, "enc"), Text(header, "kid"), Text(header, "cty"))
        );
        var inner = Decrypt(token, platform, wrap == JwtKeyWrap.Rsa15 ? RSAEncryptionPadding.Pkcs1 : RSAEncryptionPadding.OaepSHA1);
        Assert.Equal(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Signed(inner)), JwtReader.Bytes(inner.Split('.')[2]));
        Assert.Equal("cs-1", Text(JwtReader.Payload(inner), "appId"));
        Assert.DoesNotContain("cs-1", token);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"kty\":\"oct\",\"k\":\"AA\"}")]
    [InlineData("{\"kty\":\"RSA\",\"e\":\"AQAB\"}")]
    [InlineData("{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"AQAB\"}")]
    [InlineData("{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"!!\"}")]
    public void A_key_for_encryption_that_is_none_is_refused(string key) =>
        Assert.Equal("publicKey", Assert.ThrowsAny<ArgumentException>(() => new JwtEncryption(key)).ParamName);

    [Theory]
    [InlineData(10, 30, 10 * 60)]
    [InlineData(600, 0, 3600)]
    [InlineData(600, 1800, 1800)]
    public async Task With_jti_no_token_lives_longer_than_an_hour(int minutes, int skew, int expected)
    {
        var clock = new FakeTimeProvider();
        var credential = new JwtCredential("cs-1", Secret)
        {
            EnforceJti = true,
            Lifetime = TimeSpan.FromMinutes(minutes),
            ClockSkew = TimeSpan.FromSeconds(skew),
            TimeProvider = clock,
        };
        var payload = JwtReader.Payload(await credential.TokenAsync(CancellationToken.None));
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal((now - skew, now + expected), (payload.GetProperty("iat").GetInt64(), payload.GetProperty("exp").GetInt64()));
        Assert.True(expected + skew <= 3600);
    }

    private static string? Text(JsonElement owner, string name) => owner.GetProperty(name).GetString();

    private static byte[] Signed(string token) => Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]);

    private static string Jwk(RSA rsa, string id)
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"RSA","kid":"{{id}}","e":"{{Encode(key.Exponent!)}}","n":"{{Encode(key.Modulus!)}}"}""";
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    // RFC 7516 and 7518 by hand: one half of the key is for the tag, the other for the cipher.
    private static string Decrypt(string token, RSA key, RSAEncryptionPadding padding)
    {
        var parts = token.Split('.');
        var contentKey = key.Decrypt(JwtReader.Bytes(parts[1]), padding);
        var (vector, cipher, associated) = (JwtReader.Bytes(parts[2]), JwtReader.Bytes(parts[3]), Encoding.ASCII.GetBytes(parts[0]));
        var length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, associated.Length * 8L);
        var tag = HMACSHA256.HashData(contentKey[..16], (byte[])[.. associated, .. vector, .. cipher, .. length]);
        Assert.Equal(tag[..16], JwtReader.Bytes(parts[4]));
        using var aes = Aes.Create();
        aes.Key = contentKey[16..];
        return Encoding.ASCII.GetString(aes.DecryptCbc(cipher, vector));
    }
}
