using System.Text.Json;

namespace KoreXo.Cli.Tests.Tokens;

public sealed class TokenTests
{
    private const string Secret = "a-secret-of-at-least-thirty-two-bytes";

    [Fact]
    public async Task A_secret_from_the_standard_input_signs_a_token_that_can_be_taken_apart()
    {
        var made = await Korexo.RunAsync(
            new Korexo.Run("token", "make", "--client-id", "cs-1", "--jti", "--minutes", "10") { Input = Secret + "\n" }
        );
        Assert.Equal((0, ""), (made.ExitCode, made.Error));

        var explained = await Korexo.RunAsync(new Korexo.Run("token", "explain", "--json") { Input = made.Output });

        Assert.Equal((0, ""), (explained.ExitCode, explained.Error));
        using var parts = JsonDocument.Parse(explained.Output);
        var claims = parts.RootElement.GetProperty("claims");
        Assert.Equal("HS256", parts.RootElement.GetProperty("header").GetProperty("alg").GetString());
        Assert.Equal("cs-1", claims.GetProperty("appId").GetString());
        Assert.Contains(
            parts.RootElement.GetProperty("remarks").EnumerateArray(),
            static remark => remark.GetString()!.Contains("accepts the token once", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Secret, made.Output + explained.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_from_the_environment_signs_too()
    {
        var made = await Korexo.RunAsync(
            new Korexo.Run("token", "make", "--client-id", "cs-1", "--claim", "appid", "--explain")
            {
                Environment = { ["KOREXO_CLIENT_SECRET"] = Secret },
            }
        );

        Assert.Equal(0, made.ExitCode);
        Assert.Equal(3, made.Output.Trim().Split('.').Length);
        Assert.Contains("\"appid\": \"cs-1\"", made.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, made.Output + made.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "There is no secret")]
    [InlineData("short", "32")]
    public async Task A_secret_that_cannot_sign_is_refused_without_being_shown(string secret, string why)
    {
        var made = await Korexo.RunAsync(new Korexo.Run("token", "make", "--client-id", "cs-1") { Input = secret });

        Assert.Equal((2, ""), (made.ExitCode, made.Output));
        Assert.Contains(why, made.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("short", made.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", made.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_as_an_argument_is_refused()
    {
        var made = await Korexo.RunAsync("token", "make", "--client-id", "cs-1", "--secret", Secret);

        Assert.NotEqual(0, made.ExitCode);
    }

    [Theory]
    [InlineData("abc", "three parts")]
    [InlineData("Bearer e30.e30.x", "such as 'Bearer' in front")]
    [InlineData("W10.e30.x", "not a JSON object")]
    public async Task What_is_no_token_is_refused(string text, string why)
    {
        var explained = await Korexo.RunAsync(new Korexo.Run("token", "explain") { Input = text });

        Assert.Equal((2, ""), (explained.ExitCode, explained.Output));
        Assert.Contains(why, explained.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"alg":"none"}""", """{"exp":1}""", "not signed")]
    [InlineData("""{"alg":"HS256"}""", """{"exp":1}""", "Expired at 1970-01-01 00:00:01Z.")]
    [InlineData("""{"alg":"HS256"}""", """{"iat":253402300799}""", "which is in the future")]
    [InlineData("""{"alg":"HS256"}""", """{"iat":"soon"}""", "Its issue time (iat) is not a number")]
    public void What_the_platform_would_not_like_is_told(string header, string claims, string remark)
    {
        var token = $"{Part(header)}.{Part(claims)}.c2ln";

        var remarks = KoreXo.Cli.Tokens.TokenExplanation.Explain(token, TimeProvider.System.GetUtcNow())["remarks"]!.ToJsonString();

        Assert.Contains(remark, remarks, StringComparison.Ordinal);
    }

    private static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(json));
}
