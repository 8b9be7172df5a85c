namespace KoreXo.Runtime.Tests;

public sealed class ScopeGuardTests
{
    [Fact]
    public void Without_a_manifest_a_guard_says_how_to_set_one()
    {
        using var connection = new ApiConnection(new KoreXoClientOptions { Endpoint = new Uri("https://example.com") });
        var fault = Assert.Throws<InvalidOperationException>(() => new ThingsClient(connection).DemandScopes("files:read"));
        Assert.Contains("Set KoreXoClientOptions.Scopes", fault.Message);
    }

    [Theory]
    [InlineData(true, "files:read")]
    [InlineData(true, "Read files", "files:write")]
    [InlineData(true)]
    [InlineData(false, "files:read", "users:read")]
    [InlineData(false, "FILES:READ")]
    public void One_credential_must_hold_them_all(bool held, params string[] scopes)
    {
        using var connection = new ApiConnection(
            new KoreXoClientOptions
            {
                Endpoint = new Uri("https://example.com"),
                Scopes = new ScopeManifest("ci", [new("a", ["files:all"]), new("b", ["users:read"])]),
            }
        );
        var client = new ThingsClient(connection);

        Assert.Equal(held, client.HoldsScopes(scopes));
        var fault = Record.Exception(() => client.DemandScopes(scopes));
        Assert.Equal(held, fault is null);
        Assert.True(held || fault is KoreXoScopeException { MissingScopes.Count: 1 });
    }
}
