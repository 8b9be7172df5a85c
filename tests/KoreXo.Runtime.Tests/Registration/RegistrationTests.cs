using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polly;

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

    [Theory]
    [InlineData("app", "app", false)]
    [InlineData("app", "other", true)]
    [InlineData("", "", true)]
    public async Task Two_clients_of_one_app_keep_its_rate_together(string one, string other, bool free)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        var services = new ServiceCollection();
        foreach (var (name, id) in new[] { ("one", one), ("other", other) })
        {
            Add(services, name, options =>
            {
                options.Endpoint = new Uri("https://platform.example.com");
                options.Credential = id.Length == 0 ? new ApiKeyCredential(name) : new ApiKeyCredential(name, id);
                options.MaxRateLimitWait = TimeSpan.Zero;
                options.ConfigureResilience = static (builder, own) => builder.AddPipeline(own);
            }).ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<ThingsClient>("one").GetLimitedAsync();

        var fault = await Record.ExceptionAsync(() => provider.GetRequiredKeyedService<ThingsClient>("other").GetLimitedAsync());

        Assert.Equal(free, fault is null);
        Assert.True(free || fault is KoreXoRateLimitException);
    }

    [Fact]
    public void A_resilience_handler_around_the_transport_is_warned_of()
    {
        using var log = new RecordingLoggers();
        var services = new ServiceCollection();
        services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(log);
        Add(services, "plain", static options => options.Endpoint = new Uri("https://platform.example.com"));
        Add(services, "twice", static options => options.Endpoint = new Uri("https://platform.example.com")).AddStandardResilienceHandler();
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredKeyedService<ThingsClient>("plain");
        Assert.DoesNotContain(log.Entries, entry => entry.Id == 10);

        provider.GetRequiredKeyedService<ThingsClient>("twice");

        Assert.Contains("ThingsClient:twice has a Microsoft.Extensions.Http.Resilience.ResilienceHandler", Assert.Single(log.Entries, entry => entry.Id == 10).Text);
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
