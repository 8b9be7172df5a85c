using System.Net;

namespace KoreXo.Runtime.Tests;

/// <summary>How requests reach the server: never through a proxy to the local machine, and with the requested HTTP version.</summary>
public sealed class TransportTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]:5000/")]
    [InlineData("https://localhost/")]
    public void No_proxy_comes_between_a_client_and_its_own_machine(string address)
    {
        foreach (var handler in Handlers())
        {
            Assert.True(handler.Proxy!.IsBypassed(new Uri(address)));
            Assert.Null(handler.Proxy.GetProxy(new Uri(address)));
        }
    }

    [Fact]
    public void A_proxy_of_the_callers_own_stays()
    {
        var own = new WebProxy("http://proxy.example");
        using var handler = new SocketsHttpHandler { Proxy = own };
        using var connection = new ApiConnection(Options(), handler);
        Assert.Same(own, handler.Proxy);
    }

    [Fact]
    public void Connections_are_bounded()
    {
        using var handler = TransportHandler.Create();
        Assert.InRange(handler.MaxConnectionsPerServer, 1, 256);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    [InlineData("3.0")]
    public async Task The_version_of_a_given_client_is_kept(string version)
    {
        (Version, HttpVersionPolicy)? seen = null;
        using var handler = new ScriptedHandler(
            (request, cancellationToken) =>
            {
                seen = (request.Version, request.VersionPolicy);
                return ScriptedHandler.Status(200)(request, cancellationToken);
            }
        );
        using var http = new HttpClient(handler)
        {
            DefaultRequestVersion = Version.Parse(version),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        using var connection = new ApiConnection(Options(), http);
        await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        Assert.Equal((Version.Parse(version), HttpVersionPolicy.RequestVersionOrHigher), seen);
    }

    [Fact]
    public async Task HTTP_2_is_used_where_the_server_offers_it_and_no_where_else()
    {
        (Version, HttpVersionPolicy)? seen = null;
        using var handler = new ScriptedHandler(
            (request, cancellationToken) =>
            {
                seen = (request.Version, request.VersionPolicy);
                return ScriptedHandler.Status(200)(request, cancellationToken);
            }
        );
        using var connection = new ApiConnection(Options(), handler);
        await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), seen);
    }

    private static IEnumerable<SocketsHttpHandler> Handlers()
    {
        yield return TransportHandler.Create();
        var given = new SocketsHttpHandler();
        using var connection = new ApiConnection(Options(), given);
        yield return given;
    }

    private static KoreXoClientOptions Options() =>
        new() { Endpoint = new Uri("https://platform.example.com"), Credential = new ApiKeyCredential("k") };
}
