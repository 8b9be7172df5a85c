using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Tokens;

namespace KoreXo.Cli.Tests.Tokens;

/// <summary>What a token says, at 2026-01-31 12:00 UTC.</summary>
public sealed class TokenExplanationTests
{
    private const string Unsigned = "The token is not signed: the platform rejects it.";
    private const string NoIssue = "It does not say when it was issued (iat).";
    private const string NoExpiry = "It never expires (no exp).";
    private const string NoId = "It has no id (jti): an app that enforces it rejects the token.";

    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("{}", $"{NoIssue}|{NoExpiry}|{NoId}")]
    [InlineData("""{ "iat": 1769860800 }""", $"Issued at 2026-01-31 12:00:00Z.|{NoExpiry}|{NoId}")]
    [InlineData(
        """{ "iat": 1769860801 }""",
        $"Issued at 2026-01-31 12:00:01Z, which is in the future by this machine's clock.|{NoExpiry}|{NoId}"
    )]
    [InlineData("""{ "exp": 1769860801.5 }""", $"{NoIssue}|Expires at 2026-01-31 12:00:01Z.|{NoId}")]
    [InlineData("""{ "exp": 1769860800 }""", $"{NoIssue}|Expired at 2026-01-31 12:00:00Z.|{NoId}")]
    [InlineData("""{ "exp": "1769860800" }""", $"{NoIssue}|Its expiry (exp) is not a number of seconds since 1970.|{NoId}")]
    [InlineData("""{ "exp": 1e300 }""", $"{NoIssue}|Its expiry (exp) is not a number of seconds since 1970.|{NoId}")]
    [InlineData("""{ "iat": -1 }""", $"Its issue time (iat) is not a number of seconds since 1970.|{NoExpiry}|{NoId}")]
    [InlineData("""{ "jti": "1" }""", $"{NoIssue}|{NoExpiry}|It has an id (jti): an app that enforces it accepts the token once.")]
    public void The_claims_that_the_platform_checks_are_explained(string claims, string remarks) =>
        Assert.Equal(remarks.Split('|'), Remarks("""{ "alg": "HS256" }""", claims));

    [Theory]
    [InlineData("""{ "alg": "none" }""")]
    [InlineData("{}")]
    public void A_token_without_a_signature_is_rejected(string header) =>
        Assert.Equal([Unsigned, NoIssue, NoExpiry, NoId], Remarks(header, "{}"));

    [Fact]
    public void An_encrypted_token_shows_its_header_only()
    {
        var explained = TokenExplanation.Explain(Part("""{ "alg": "RSA-OAEP" }""") + ".a.b.c.d", Now);

        Assert.Equal("""{"alg":"RSA-OAEP"}""", explained["header"]!.ToJsonString());
        Assert.False(explained.ContainsKey("claims"));
        Assert.Equal(
            """["The token is encrypted (JWE): its claims cannot be read without the key."]""",
            explained["remarks"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("", "A signed token has three parts separated by dots; this one has 1.")]
    [InlineData("a.b.c.d", "A signed token has three parts separated by dots; this one has 4.")]
    [InlineData(
        "Bearer e30.e30.x",
        "A part of the token is not JSON in base64url: is it truncated, or does it have a scheme such as 'Bearer' in front?"
    )]
    [InlineData(
        "e30.e3.x",
        "A part of the token is not JSON in base64url: is it truncated, or does it have a scheme such as 'Bearer' in front?"
    )]
    [InlineData("W10.e30.x", "A part of the token is not a JSON object.")]
    public void Anything_else_is_refused(string token, string message) =>
        Assert.Equal(message, Assert.Throws<CommandException>(() => TokenExplanation.Explain(token, Now)).Message);

    private static IEnumerable<string> Remarks(string header, string claims) =>
        TokenExplanation.Explain($"{Part(header)}.{Part(claims)}.c2ln", Now)["remarks"]!
            .AsArray()
            .Select(static remark => remark!.GetValue<string>());

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonNode.Parse(json)!.ToJsonString()));
}
