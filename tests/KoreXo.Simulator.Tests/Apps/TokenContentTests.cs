using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace KoreXo.Simulator.Tests.Apps;

/// <summary>Tokens with a good signature over a payload that is odd, and tokens that come oddly.</summary>
public sealed class TokenContentTests : PlatformTest
{
    private const string Query = "/api/public/tables/T/query";

    private SimulatedApp _app = null!;
    private TestCaller _caller = null!;

    protected override Task PrepareAsync()
    {
        Platform.AddTable("T");
        _app = Platform.AddAppWithAllScopes(AppKind.Data);
        _caller = As(_app);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("""{"appId":"\ud800"}""")]
    [InlineData("""{"appId":"<app>","jti":"\udc00"}""")]
    [InlineData("""{"\ud800":1,"appId":"<app>"}""")]
    [InlineData("""{"appId":"<app>","appId":"cs-other"}""")]
    [InlineData("""{"appId":"<app>"} x""")]
    [InlineData("""{"appId":"<app>","exp":}""")]
    [InlineData("\"<app>\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task A_payload_that_is_not_one_object_is_refused(string payload) =>
        (await SendAsync(payload)).Refusal(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("""{"appId":7}""", "The claim 'appId' of the token is not a text.")]
    [InlineData("""{"appId":null}""", "The claim 'appId' of the token is not a text.")]
    [InlineData("""{"appId":""}""", "The token's appId '' is not the client id of an app.")]
    [InlineData("""{"appId":" <app>"}""", "The token's appId ' <app>' is not the client id of an app.")]
    [InlineData("""{"appId":"<app>","jti":7}""", "The claim 'jti' of the token is not a text.")]
    [InlineData("""{"appId":"<app>","exp":null}""", "The claim 'exp' of the token is not a time in seconds since 1970.")]
    [InlineData("""{"appId":"<app>","exp":1e400}""", "The claim 'exp' of the token is not a time in seconds since 1970.")]
    [InlineData("""{"appId":"<app>","exp":253402300800}""", "The claim 'exp' of the token is not a time in seconds since 1970.")]
    [InlineData("""{"appId":"<app>","nbf":[]}""", "The claim 'nbf' of the token is not a time in seconds since 1970.")]
    [InlineData("""{"appId":"<app>","exp":0}""", "The token has expired at 1970-01-01 00:00:00Z.")]
    [InlineData("""{"appId":"<app>","nbf":253402300799}""", "The token is not valid before 9999-12-31 23:59:59Z.")]
    public async Task A_claim_that_cannot_be_is_refused_by_name(string payload, string reason)
    {
        var refusal = (await SendAsync(payload)).Refusal(HttpStatusCode.Unauthorized);

        Assert.Contains(
            refusal,
            (string[])[reason.Replace("<app>", _app.ClientId, StringComparison.Ordinal), "The token is not a well-formed JSON Web Token."]
        );
    }

    [Theory]
    [InlineData("""{"appId":"<app>","name":null,"aud":["x"],"deep":{"a":[{}]}}""")]
    [InlineData("""{"appId":"<app>","iss":"🚆","jti":""}""")]
    [InlineData("""{"appId":"<app>","exp":253402300799}""")]
    public async Task Claims_that_the_platform_does_not_name_do_not_count(string payload) => (await SendAsync(payload)).Success();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9..")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30")]
    [InlineData("=.=.=")]
    public async Task What_is_not_a_token_is_refused(string token)
    {
        _caller.Token = token;

        (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Two_tokens_are_refused_even_if_both_are_good()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        var reply = await _caller.SendAsync(
            "POST",
            Query,
            content,
            request => request.Headers.TryAddWithoutValidation("auth", TestToken.Sign(_app))
        );

        reply.Refusal(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_in_another_header_does_not_count()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        var reply = await As(app: null)
            .SendAsync(
                "POST",
                Query,
                content,
                request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + TestToken.Sign(_app))
            );

        Assert.Equal("The header 'auth' with a token is missing.", reply.Refusal(HttpStatusCode.Unauthorized));
    }

    // Ids are the same in each run, so that a test can name them, and secrets are not.
    [Fact]
    public async Task A_token_of_the_same_app_in_another_run_is_refused()
    {
        await using var other = await XoSimulator.StartAsync();
        var app = other.AddAppWithAllScopes(AppKind.Data);
        Assert.Equal(_app.ClientId, app.ClientId);
        _caller.Token = TestToken.Sign(app);

        Assert.Equal(
            "The signature of the token does not fit the secret of its app.",
            (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized)
        );
    }

    [Fact]
    public async Task A_signature_that_is_cut_is_refused()
    {
        _caller.Token = TestToken.Sign(_app)[..^1];

        Assert.Equal(
            "The signature of the token does not fit the secret of its app.",
            (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized)
        );
    }

    [Fact]
    public async Task The_token_is_looked_at_before_the_body_and_the_parameters()
    {
        _caller.Token = "nonsense";

        (await _caller.PostAsync(Query + "?sys_limit=0", "{")).Refusal(HttpStatusCode.Unauthorized);
        (await As(Platform.AddApp(AppKind.Data)).PostAsync(Query + "?sys_limit=0", "{")).Refusal(HttpStatusCode.Forbidden);
    }

    private Task<TestCaller.Reply> SendAsync(string payload)
    {
        var text = payload.Replace("<app>", _app.ClientId, StringComparison.Ordinal);
        var content = $"{Encode("""{"alg":"HS256","typ":"JWT"}""")}.{Encode(text)}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(_app.ClientSecret), Encoding.UTF8.GetBytes(content));
        _caller.Token = $"{content}.{Base64Url.EncodeToString(signature)}";
        return _caller.PostAsync(Query, "{}");
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
