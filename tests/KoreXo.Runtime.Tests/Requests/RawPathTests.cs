namespace KoreXo.Runtime.Tests;

public sealed class RawPathTests
{
    [Theory]
    [InlineData("")]
    [InlineData("things")]
    [InlineData("https://evil.example/x")]
    [InlineData("//evil.example/x")]
    [InlineData("/a/../b")]
    [InlineData("/a/./b")]
    [InlineData("/a/%2e%2E/b")]
    [InlineData("/a/%252e%252e/b")]
    [InlineData("/a/..%2fb")]
    [InlineData("/a/..%5Cb")]
    [InlineData("/..")]
    [InlineData("/a\\b")]
    [InlineData("/a b")]
    [InlineData("/a#b")]
    [InlineData("/a\r\nHost: evil")]
    [InlineData("/é")]
    public async Task A_path_that_leads_elsewhere_is_refused(string path)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var client = new ThingsClient(connection);

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync(HttpMethod.Get, path));

        Assert.Equal("path", fault.ParamName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_raw_call_is_authenticated_and_keeps_path_and_query()
    {
        await using var server = await LoopbackServer.AnsweringAsync("pong", contentType: "text/plain");
        using var connection = server.Connect();
        using var content = new StringContent("ping");

        using var response = await new ThingsClient(connection).SendAsync(HttpMethod.Put, "/a/b%2Fc?q=..%2F&r=1", content);

        Assert.Equal("pong", await response.Content.ReadAsStringAsync());
        Assert.Equal(("PUT", "/a/b%2Fc?q=..%2F&r=1", "ping"), (server.Only.Method, server.Only.Target, server.Only.Text));
        Assert.Equal(TestApi.Token, server.Only.Headers["auth"]);
        Assert.Equal("ping", await content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_raw_call_fails_like_any_other_and_does_not_show_its_query()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"errors":[{"msg":"gone","code":4044}]}""", 404);
        using var connection = server.Connect();

        var fault = await Assert.ThrowsAsync<KoreXoNotFoundException>(() =>
            new ThingsClient(connection).SendAsync(HttpMethod.Get, "/x?key=secret")
        );

        Assert.Equal(("/x", null, "4044"), (fault.Path, fault.OperationId, fault.Code));
        Assert.DoesNotContain("secret", fault.ToString());
    }

    [Fact]
    public void A_client_for_tests_says_why_it_has_no_connection()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new ThingsClient().HoldsScopes("x"));
        Assert.Contains("created for tests", fault.Message);
    }
}
