namespace KoreXo.Runtime.Tests;

/// <summary>The credential is only sent to the origin of the endpoint, whatever transport a user passes in.</summary>
public sealed class RedirectTests
{
    [Fact]
    public async Task A_call_that_an_http_client_took_to_another_origin_fails_and_says_what_to_set()
    {
        await using var other = await LoopbackServer.AnsweringAsync("""{"name":"stolen"}""");
        await using var server = await LoopbackServer.AnsweringAsync(
            "",
            307,
            headers: ("Location", new Uri(other.Endpoint, "/things/1").ToString())
        );
        using var http = new HttpClient();
        using var connection = new ApiConnection(Options(server), http);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)
        );

        Assert.Contains(
            $"redirected from {Origin.Of(server.Endpoint)} to {Origin.Of(other.Endpoint)}, and the HttpClient given to the client followed",
            fault.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Set AllowAutoRedirect = false", fault.Message, StringComparison.Ordinal);
        Assert.Equal((false, true), (fault.IsTransient, fault.MayHaveBeenApplied));
    }

    [Fact]
    public async Task A_failure_from_another_origin_is_that_of_the_redirect_too()
    {
        await using var other = await LoopbackServer.AnsweringAsync("{}", 500);
        await using var server = await LoopbackServer.AnsweringAsync("", 307, headers: ("Location", other.Endpoint.ToString()));
        using var http = new HttpClient();
        using var connection = new ApiConnection(Options(server), http);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));

        Assert.Contains("redirected from", fault.Message, StringComparison.Ordinal);
        Assert.Single(other.Requests);
    }

    [Fact]
    public async Task An_http_client_may_follow_redirects_on_the_origin_of_the_endpoint()
    {
        await using var server = await LoopbackServer.StartAsync(
            (context, request) =>
                request.Target == "/moved"
                    ? LoopbackServer.WriteAsync(context, """{"name":"a"}""")
                    : LoopbackServer.WriteAsync(context, "", 307, headers: ("Location", "/moved"))
        );
        using var http = new HttpClient();
        using var connection = new ApiConnection(Options(server), http);

        Assert.Equal("a", (await connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)).Name);
    }

    [Theory]
    [InlineData("sockets")]
    [InlineData("client")]
    [InlineData("chain")]
    public async Task A_handler_does_not_take_the_credential_to_another_origin(string kind)
    {
        using HttpMessageHandler handler = kind switch
        {
            "sockets" => new SocketsHttpHandler(),
            "client" => new HttpClientHandler(),
            _ => new Passing { InnerHandler = new Passing { InnerHandler = new HttpClientHandler() } },
        };
        await using var other = await LoopbackServer.AnsweringAsync("{}");
        await using var server = await LoopbackServer.AnsweringAsync(
            "",
            307,
            headers: ("Location", new Uri(other.Endpoint, "/?sig=hidden").ToString())
        );
        using var connection = new ApiConnection(Options(server), handler);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));

        Assert.Empty(other.Requests);
        Assert.Contains($"redirects to {Origin.Of(other.Endpoint)}, which is not followed", fault.Message, StringComparison.Ordinal);
        Assert.Contains("307 TemporaryRedirect", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_was_used_and_follows_redirects_is_refused()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler, disposeHandler: false);
        await http.GetStringAsync(server.Endpoint);

        var fault = Assert.Throws<ArgumentException>(() => new ApiConnection(Options(server), handler));

        Assert.Contains("Create it with AllowAutoRedirect = false", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_stays_the_callers()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var handler = new SocketsHttpHandler();
        using (var connection = new ApiConnection(Options(server), handler))
        {
            await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        }

        using var again = new ApiConnection(Options(server), handler);
        await again.SendAsync(TestApi.Request(), null, CancellationToken.None);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_link_which_goes_without_a_token_may_be_redirected_anywhere()
    {
        await using var storage = await LoopbackServer.AnsweringAsync("file");
        await using var links = await LoopbackServer.AnsweringAsync("", 302, headers: ("Location", storage.Endpoint.ToString()));
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var http = new HttpClient();
        using var connection = new ApiConnection(Options(server), http);
        using var target = new MemoryStream();

        await new ThingsClient(connection).DownloadAsync(links.Endpoint, target);

        Assert.Equal(4, target.Length);
        Assert.DoesNotContain("auth", storage.Only.Headers.Keys);
    }

    [Fact]
    public async Task A_link_of_the_service_which_goes_with_the_token_may_not()
    {
        await using var storage = await LoopbackServer.AnsweringAsync("file");
        await using var server = await LoopbackServer.AnsweringAsync("", 302, headers: ("Location", storage.Endpoint.ToString()));
        using var http = new HttpClient();
        using var connection = new ApiConnection(Options(server), http);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            new ThingsClient(connection).DownloadAsync(new Uri("/file", UriKind.Relative), new MemoryStream())
        );

        Assert.Contains("redirected from", fault.Message, StringComparison.Ordinal);
    }

    private static KoreXoClientOptions Options(LoopbackServer server) =>
        new()
        {
            Endpoint = server.Endpoint,
            Credential = new ApiKeyCredential(TestApi.Token),
            MaxRetries = 0,
        };

    private sealed class Passing : DelegatingHandler;
}
