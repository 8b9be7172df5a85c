using System.Net;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.Apps;

public sealed class TokenTests : PlatformTest
{
    private const string Query = "/api/public/tables/Employees/query";

    private SimulatedApp _app = null!;
    private TestCaller _caller = null!;

    protected override Task PrepareAsync()
    {
        Platform.AddTable("Employees");
        _app = Platform.AddAppWithAllScopes(AppKind.Data);
        _caller = As(_app);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_token_with_appId_alone_is_good() => (await SendAsync(Payload())).Success();

    [Fact]
    public async Task Without_a_token_the_header_is_named()
    {
        var reply = await As(null).PostAsync(Query, "{}");

        Assert.Contains("'auth'", reply.Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("e30.W10.c2ln")]
    [InlineData("a.b.c.d.e")]
    public async Task Something_else_than_a_token_is_refused(string text)
    {
        _caller.Token = text;

        (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_bearer_prefix_is_refused()
    {
        _caller.Token = "Bearer " + TestToken.Sign(_app);

        Assert.Contains(
            "bare token",
            (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_signature_by_another_secret_is_refused()
    {
        _caller.Token = TestToken.Sign(Platform.AddApp(AppKind.Data).ClientSecret, Payload());

        Assert.Contains("signature", (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_changed_after_signing_is_refused()
    {
        var parts = TestToken.Sign(_app.ClientSecret, Payload()).Split('.');
        var other = TestToken.Sign("x", Payload(("sub", "other"))).Split('.');
        _caller.Token = $"{parts[0]}.{other[1]}.{parts[2]}";

        Assert.Contains("signature", (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS512")]
    public async Task Another_algorithm_than_the_apps_is_refused(string algorithm)
    {
        _caller.Token = TestToken.Sign(_app.ClientSecret, Payload(), algorithm);

        Assert.Contains(
            $"'{algorithm}'",
            (await _caller.PostAsync(Query, "{}")).Refusal(HttpStatusCode.Unauthorized),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_token_without_appId_is_refused()
    {
        var reply = await SendAsync(new JsonObject { ["sub"] = _app.ClientId });

        Assert.Equal("The token has no claim 'appId'.", reply.Refusal(HttpStatusCode.Unauthorized));
    }

    [Theory]
    [InlineData("appid")]
    [InlineData("App ID")]
    [InlineData("app ID")]
    [InlineData("APPID")]
    public async Task A_claim_that_only_looks_like_appId_is_refused_by_name(string name)
    {
        var reply = await SendAsync(new JsonObject { [name] = _app.ClientId });

        Assert.Contains($"'{name}' does not count", reply.Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appId_of_no_app_is_refused()
    {
        var reply = await SendAsync(new JsonObject { ["appId"] = "cs-unknown" });

        Assert.Contains("'cs-unknown'", reply.Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_good_until_its_last_second_and_not_at_exp()
    {
        var payload = Payload(("exp", Clock.UnixSeconds + 60));
        Clock.Advance(TimeSpan.FromSeconds(59));
        (await SendAsync(payload)).Success();

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("expired", (await SendAsync(payload)).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_refused_before_nbf()
    {
        var payload = Payload(("nbf", Clock.UnixSeconds + 1));
        (await SendAsync(payload)).Refusal(HttpStatusCode.Unauthorized);

        Clock.Advance(TimeSpan.FromSeconds(1));
        (await SendAsync(payload)).Success();
    }

    [Fact]
    public async Task An_exp_that_is_no_time_is_refused() =>
        Assert.Contains("'exp'", (await SendAsync(Payload(("exp", -1)))).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);

    [Fact]
    public async Task An_exp_that_is_a_text_makes_the_token_malformed() =>
        Assert.Contains(
            "not a well-formed",
            (await SendAsync(Payload(("exp", "soon")))).Refusal(HttpStatusCode.Unauthorized),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Without_a_jti_a_token_is_good_many_times()
    {
        var payload = Payload();
        (await SendAsync(payload)).Success();
        (await SendAsync(payload)).Success();
    }

    [Fact]
    public async Task An_app_that_enforces_jti_refuses_a_token_without_one()
    {
        _app.EnforceJti = true;

        Assert.Contains("'jti'", (await SendAsync(Payload())).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_jti_is_good_once(bool enforced)
    {
        _app.EnforceJti = enforced;
        var payload = Payload(("jti", "one"), ("exp", Clock.UnixSeconds + 300));
        (await SendAsync(payload)).Success();

        Assert.Contains("possibly a replay", (await SendAsync(payload)).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
        (await SendAsync(Payload(("jti", "two"), ("exp", Clock.UnixSeconds + 300)))).Success();
    }

    [Fact]
    public async Task A_jti_of_one_app_does_not_count_for_another()
    {
        var other = Platform.AddAppWithAllScopes(AppKind.Data);
        (await SendAsync(Payload(("jti", "one"), ("exp", Clock.UnixSeconds + 300)))).Success();

        var caller = As(null);
        caller.Token = TestToken.Sign(
            other.ClientSecret,
            new JsonObject
            {
                ["appId"] = other.ClientId,
                ["jti"] = "one",
                ["exp"] = Clock.UnixSeconds + 300,
            }
        );
        (await caller.PostAsync(Query, "{}")).Success();
    }

    [Fact]
    public async Task A_token_with_jti_lives_at_most_one_hour()
    {
        (await SendAsync(Payload(("jti", "one"), ("exp", Clock.UnixSeconds + 3600)))).Success();

        foreach (
            var payload in new[]
            {
                Payload(("jti", "two"), ("exp", Clock.UnixSeconds + 3601)),
                Payload(("jti", "three")),
                Payload(("jti", "four"), ("iat", Clock.UnixSeconds - 3000), ("exp", Clock.UnixSeconds + 3000)),
            }
        )
        {
            Assert.Contains("must be <= 1 hour", (await SendAsync(payload)).Refusal(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_app_does_not_show_its_secret()
    {
        Assert.DoesNotContain(_app.ClientSecret, _app.ToString(), StringComparison.Ordinal);
        Assert.True(_app.ClientSecret.Length >= 32);
        Assert.StartsWith("cs-", _app.ClientId, StringComparison.Ordinal);
    }

    private JsonObject Payload(params (string Name, JsonNode Value)[] more)
    {
        var payload = new JsonObject { ["sub"] = "1234567890", ["appId"] = _app.ClientId };
        foreach (var (name, value) in more)
        {
            payload[name] = value;
        }

        return payload;
    }

    private Task<TestCaller.Reply> SendAsync(JsonObject payload)
    {
        _caller.Token = TestToken.Sign(_app.ClientSecret, payload);
        return _caller.PostAsync(Query, "{}");
    }
}
