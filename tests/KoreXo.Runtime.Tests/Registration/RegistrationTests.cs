using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KoreXo.Runtime.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void Faulty_options_are_named_when_the_host_starts()
    {
        var services = new ServiceCollection();
        Add(services, "eu", options => options.Endpoint = new Uri("http://example.com"));
        using var provider = services.BuildServiceProvider();

        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("KoreXo.Runtime.Tests.ThingsClient:eu: Endpoint must be https", fault.Message);
    }

    [Fact]
    public async Task A_client_is_a_singleton_over_the_registered_transport()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"name":"a"}""");
        var services = new ServiceCollection();
        var handler = new CountingHandler();
        Add(services, null, options =>
        {
            options.Endpoint = server.Endpoint;
            options.Credential = new ApiKeyCredential("k");
        }).AddHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ThingsClient>();

        Assert.Equal("a", (await client.GetAsync(CancellationToken.None)).Name);

        Assert.Same(client, provider.GetRequiredService<ThingsClient>());
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task Two_names_share_nothing()
    {
        await using var eu = await LoopbackServer.AnsweringAsync("""{"name":"eu"}""");
        await using var us = await LoopbackServer.AnsweringAsync("""{"name":"us"}""");
        var services = new ServiceCollection();
        foreach (var (name, server) in new[] { ("eu", eu), ("us", us) })
        {
            Add(services, name, options =>
            {
                options.Endpoint = server.Endpoint;
                options.Credential = new ApiKeyCredential(name);
            });
        }

        await using var provider = services.BuildServiceProvider();
        foreach (var (name, server) in new[] { ("eu", eu), ("us", us) })
        {
            Assert.Equal(name, (await provider.GetRequiredKeyedService<ThingsClient>(name).GetAsync(CancellationToken.None)).Name);
            Assert.Equal(name, server.Only.Headers["auth"]);
        }

        Assert.Null(provider.GetService<ThingsClient>());
    }

    private static IHttpClientBuilder Add(ServiceCollection services, string? name, Action<KoreXoClientOptions> configure) =>
        ClientRegistration.Add(services, name, configure, static connection => new ThingsClient(connection));

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
