using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;
using KoreXo.NlpTraining;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KoreXo.Tests.Registration;

public sealed class AddKoreXoTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static readonly Type[] Areas =
    [
        typeof(AdminClient),
        typeof(AnalyticsClient),
        typeof(BotDefinitionClient),
        typeof(DataTablesClient),
        typeof(NlpTrainingClient),
    ];

    [Fact]
    public void Root_and_areas_are_resolved_and_are_the_same()
    {
        var services = new ServiceCollection();
        services.AddKoreXo(Configure);
        using var provider = services.BuildServiceProvider(validateScopes: true);
        var client = provider.GetRequiredService<KoreXoClient>();
        Assert.Same(client, provider.GetRequiredService<KoreXoClient>());
        Assert.Same(client.DataTables, provider.GetRequiredService<DataTablesClient>());
        Assert.All(Areas, area => Assert.NotNull(provider.GetService(area)));
    }

    [Fact]
    public void Named_clients_are_keyed_and_share_nothing()
    {
        var services = new ServiceCollection();
        services.AddKoreXo("eu", Configure);
        services.AddKoreXo(
            "us",
            Section(("Endpoint", "https://us.example.com"), ("Credential:ClientId", "cs-1"), ("Credential:ClientSecret", Secret))
        );
        using var provider = services.BuildServiceProvider(validateScopes: true);
        var (eu, us) = (provider.GetRequiredKeyedService<KoreXoClient>("eu"), provider.GetRequiredKeyedService<KoreXoClient>("us"));
        Assert.NotSame(eu, us);
        Assert.Same(us.Analytics, provider.GetRequiredKeyedService<AnalyticsClient>("us"));
        Assert.NotSame(eu.Analytics, us.Analytics);
        Assert.Null(provider.GetService<KoreXoClient>());
        Assert.Null(provider.GetService<AdminClient>());
    }

    [Fact]
    public void Faults_of_all_names_are_told_when_the_host_starts()
    {
        var services = new ServiceCollection();
        services.AddKoreXo(Section(("Endpoint", "http://example.com"), ("MaxRetries", "many")));
        using var provider = services.BuildServiceProvider();
        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("KoreXo:Endpoint must be https", fault.Message);
        Assert.Contains("KoreXo:MaxRetries must be a whole number", fault.Message);
    }

    [Fact]
    public async Task The_builder_is_that_of_the_transport()
    {
        await using var server = await LoopbackServer.AnsweringAsync("[]");
        var services = new ServiceCollection();
        using var handler = new CountingHandler();
        services
            .AddKoreXo(
                "eu",
                Section(("Endpoint", server.Endpoint.ToString())),
                options => options.Credential = new JwtCredential("cs-1", Secret)
            )
            .AddHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<DataTablesClient>("eu").SendAsync(HttpMethod.Get, "/any");
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public void A_client_is_registered_once_alone_or_as_an_area()
    {
        var twice = new ServiceCollection();
        twice.AddKoreXo(Configure);
        Assert.Contains(
            "KoreXoClient is already registered",
            Assert.Throws<InvalidOperationException>(() => twice.AddKoreXo(Configure)).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "AdminClient is already registered",
            Assert.Throws<InvalidOperationException>(() => twice.AddKoreXoAdmin(Configure)).Message,
            StringComparison.Ordinal
        );
        twice.AddKoreXoAdmin("own", Configure);

        var before = new ServiceCollection();
        before.AddKoreXoAdmin((_, options) => Configure(options));
        Assert.Throws<InvalidOperationException>(() => before.AddKoreXo(Configure));
    }

    [Fact]
    public void Kinds_and_budgets_are_those_of_the_documents()
    {
        var services = new ServiceCollection();
        services.AddKoreXo(
            "good",
            options =>
            {
                options.Endpoint = new Uri("https://example.com");
                foreach (var kind in new[] { "admin", "platform", "data" })
                {
                    options.Credentials[kind] = new JwtCredential("cs-1", Secret);
                }

                options.RateLimits["bot"] = [];
            }
        );
        services.AddKoreXo(
            "bad",
            options =>
            {
                options.Endpoint = new Uri("https://example.com");
                options.Credentials["platfrom"] = new JwtCredential("cs-1", Secret);
                options.RateLimits["bots"] = [];
            }
        );
        using var provider = services.BuildServiceProvider();

        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Collection(
            fault.Failures,
            static failure =>
                Assert.Contains(
                    "Credentials[\"platfrom\"] is not a credential kind of the API; did you mean 'platform'?",
                    failure,
                    StringComparison.Ordinal
                ),
            static failure =>
                Assert.Contains("RateLimits[\"bots\"] is not a budget of the API; did you mean 'bot'?", failure, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_root_client_sends_downloads_and_knows_scopes_as_its_areas_do()
    {
        await using var server = await LoopbackServer.AnsweringAsync("abc");
        using var xo = new KoreXoClient(
            new KoreXoClientOptions
            {
                Endpoint = server.Endpoint,
                Credential = new ApiKeyCredential("token"),
                Scopes = new ScopeManifest("ci", [new("admin", ["Bot Definition > Bot Export"])]),
            }
        );

        using var response = await xo.SendAsync(HttpMethod.Get, "/api/any?x=1");
        using var target = new MemoryStream();

        Assert.Equal(("/api/any?x=1", "token"), (server.Requests[0].Target, server.Requests[0].Headers["auth"]));
        Assert.Equal(3, await xo.DownloadAsync(new Uri("/file", UriKind.Relative), target));
        Assert.True(xo.HoldsScopes("Bot Definition > Bot Export"));
        Assert.False(xo.HoldsScopes("Train Faq"));
        xo.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => xo.Analytics.SendAsync(HttpMethod.Get, "/any"));
    }

    [Fact]
    public async Task A_handler_that_follows_redirects_by_default_does_not_take_the_token_along()
    {
        await using var other = await LoopbackServer.AnsweringAsync("[]");
        await using var server = await LoopbackServer.AnsweringAsync("", 307, headers: ("Location", other.Endpoint.ToString()));
        using var handler = new SocketsHttpHandler();
        using var xo = new KoreXoClient(
            new KoreXoClientOptions { Endpoint = server.Endpoint, Credential = new ApiKeyCredential("token") },
            handler
        );

        await Assert.ThrowsAsync<KoreXoException>(() => xo.Admin.SendAsync(HttpMethod.Get, "/any"));

        Assert.Empty(other.Requests);
    }

    private static void Configure(KoreXoClientOptions options)
    {
        options.Endpoint = new Uri("https://example.com");
        options.Credential = new JwtCredential("cs-1", Secret);
    }

    private static IConfigurationSection Section(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"KoreXo:{setting.Name}", (string?)setting.Value)))
            .Build()
            .GetSection("KoreXo");

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
