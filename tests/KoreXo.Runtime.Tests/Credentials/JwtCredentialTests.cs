using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

public sealed class JwtCredentialTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string OtherSecret = "ffffffffffffffffffffffffffffffff";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0123456789abcdef0123456789abcde")]
    public void A_secret_that_is_too_short_is_refused_without_being_shown(string secret)
    {
        var fault = Assert.Throws<ArgumentException>(() => new JwtCredential("cs-1", secret));
        Assert.Equal("clientSecret", fault.ParamName);
        Assert.DoesNotContain("0123456789", fault.ToString());
        Assert.Throws<ArgumentException>(() => new JwtCredential("cs-1", Secret).Update(secret));
    }

    [Fact]
    public void An_empty_client_id_is_refused() => Assert.Throws<ArgumentException>(() => new JwtCredential("", Secret));

    [Fact]
    public void A_lifetime_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JwtCredential("cs-1", Secret) { Lifetime = TimeSpan.Zero });

    [Fact]
    public async Task The_token_is_what_the_rfc_says()
    {
        var clock = new FakeTimeProvider();
        var token = await new JwtCredential("cs-\"1", Secret) { TimeProvider = clock }.TokenAsync(CancellationToken.None);
        var parts = token.Split('.');

        Assert.Equal(3, parts.Length);
        Assert.Equal(
            Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"))),
            Padded(parts[2])
        );
        using var header = Json(parts[0]);
        Assert.Equal(
            ("HS256", "JWT"),
            (header.RootElement.GetProperty("alg").GetString(), header.RootElement.GetProperty("typ").GetString())
        );
        using var payload = Json(parts[1]);
        var issued = clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal($$"""{"appId":"cs-\"1","iat":{{issued - 30}},"exp":{{issued + 300}}}""", payload.RootElement.GetRawText());
    }

    [Fact]
    public async Task The_claim_of_the_client_id_has_the_name_given()
    {
        var token = await new JwtCredential("cs-1", Secret) { ClaimName = "iss" }.TokenAsync(CancellationToken.None);
        using var payload = Json(token.Split('.')[1]);
        Assert.Equal("cs-1", payload.RootElement.GetProperty("iss").GetString());
        Assert.False(payload.RootElement.TryGetProperty("appId", out _));
        Assert.False(payload.RootElement.TryGetProperty("jti", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("iat")]
    [InlineData("exp")]
    [InlineData("jti")]
    public void The_claim_of_the_client_id_has_a_name_that_no_other_claim_has(string name) =>
        Assert.Equal("claimName", Assert.Throws<ArgumentException>(() => new JwtCredential("cs-1", Secret) { ClaimName = name }).ParamName);

    [Fact]
    public async Task A_token_is_used_until_shortly_before_it_expires()
    {
        var clock = new FakeTimeProvider();
        var credential = new JwtCredential("cs-1", Secret) { TimeProvider = clock };
        var first = await credential.TokenAsync(CancellationToken.None);

        clock.Advance(TimeSpan.FromSeconds(269));
        Assert.Same(first, await credential.TokenAsync(CancellationToken.None));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(first == await credential.TokenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task With_jti_every_token_is_new()
    {
        var credential = new JwtCredential("cs-1", Secret) { EnforceJti = true, TimeProvider = new FakeTimeProvider() };
        using var one = Json((await credential.TokenAsync(CancellationToken.None)).Split('.')[1]);
        using var other = Json((await credential.TokenAsync(CancellationToken.None)).Split('.')[1]);
        Assert.False(one.RootElement.GetProperty("jti").ValueEquals(other.RootElement.GetProperty("jti").GetString()));
    }

    [Fact]
    public async Task A_new_secret_signs_the_next_token()
    {
        var credential = new JwtCredential("cs-1", Secret) { TimeProvider = new FakeTimeProvider() };
        var before = await credential.TokenAsync(CancellationToken.None);
        credential.Update(OtherSecret);
        var after = await credential.TokenAsync(CancellationToken.None);

        var parts = after.Split('.');
        Assert.False(before == after);
        Assert.Equal(
            Convert.ToBase64String(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(OtherSecret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"))
            ),
            Padded(parts[2])
        );
    }

    [Fact]
    public async Task A_cancelled_caller_gets_no_token() =>
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
            await new JwtCredential("cs-1", Secret).TokenAsync(new CancellationToken(canceled: true))
        );

    [Fact]
    public void No_credential_shows_its_secret()
    {
        foreach (
            var credential in new KoreXoCredential[]
            {
                new JwtCredential("cs-1", Secret),
                new ApiKeyCredential(Secret),
                new BearerCredential(Secret),
            }
        )
        {
            Assert.Equal(credential.GetType().Name, $"{credential}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("q7 x9")]
    [InlineData("abc\n")]
    [InlineData("Bearer é")]
    public void A_key_that_cannot_stand_in_a_header_is_refused_without_being_shown(string key)
    {
        var fault = Assert.Throws<ArgumentException>(() => new ApiKeyCredential(key));
        Assert.Equal("key", fault.ParamName);
        Assert.Equal("token", Assert.Throws<ArgumentException>(() => new BearerCredential("good").Update(key)).ParamName);
        Assert.True(key.Length == 0 || !fault.Message.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_can_be_replaced()
    {
        var credential = new ApiKeyCredential("one");
        credential.Update("two");
        Assert.Equal("two", await credential.TokenAsync(CancellationToken.None));
    }

    private static string Padded(string base64Url)
    {
        var text = base64Url.Replace('-', '+').Replace('_', '/');
        return text.PadRight((text.Length + 3) / 4 * 4, '=');
    }

    private static JsonDocument Json(string part) => JsonDocument.Parse(Convert.FromBase64String(Padded(part)));
}
