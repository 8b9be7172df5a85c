using Microsoft.Extensions.DependencyInjection;

namespace KoreXo.Runtime.Tests;

public sealed class DisposalTests
{
    [Fact]
    public async Task A_disposed_client_sends_nothing_and_may_be_disposed_again()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var client = new ThingsClient(server.Connect(), ownsConnection: true);
        await client.GetAsync(CancellationToken.None);

        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync(HttpMethod.Get, "/things/1"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_client_on_a_callers_http_client_leaves_it_open()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var http = new HttpClient();
        var client = new ThingsClient(
            new ApiConnection(new KoreXoClientOptions { Endpoint = server.Endpoint, Credential = new ApiKeyCredential("k") }, http),
            ownsConnection: true
        );

        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync(CancellationToken.None));
        Assert.Equal("{}", await http.GetStringAsync(server.Endpoint));
    }

    [Fact]
    public async Task A_client_that_shares_a_connection_does_not_close_it()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var part = new ThingsClient(connection);

        part.Dispose();

        await part.GetAsync(CancellationToken.None);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_registered_client_ends_with_its_container()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var services = new ServiceCollection();
        ClientRegistration.Add(
            services,
            name: null,
            static () => TestApi.Api,
            options => (options.Endpoint, options.Credential) = (server.Endpoint, new ApiKeyCredential("k")),
            static connection => new ThingsClient(connection, ownsConnection: true)
        );
        ThingsClient client;
        await using (var provider = services.BuildServiceProvider())
        {
            client = provider.GetRequiredService<ThingsClient>();
            await client.GetAsync(CancellationToken.None);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync(CancellationToken.None));
    }

    [Fact]
    public void A_mock_can_be_disposed()
    {
        using var mock = new ThingsClient();
        mock.Dispose();
        Assert.NotNull(mock);
    }
}
