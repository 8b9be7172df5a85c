using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
        Add(
                services,
                null,
                options =>
                {
                    options.Endpoint = server.Endpoint;
                    options.Credential = new ApiKeyCredential("k");
                }
            )
            .AddHttpMessageHandler(() => handler);
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
            Add(
                services,
                name,
                options =>
                {
                    options.Endpoint = server.Endpoint;
                    options.Credential = new ApiKeyCredential(name);
                }
            );
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
            Add(
                    services,
                    name,
                    options =>
                    {
                        options.Endpoint = new Uri("https://platform.example.com");
                        options.Credential = id.Length == 0 ? new ApiKeyCredential(name) : new ApiKeyCredential(name, id);
                        options.MaxRateLimitWait = TimeSpan.Zero;
                        options.ConfigureResilience = static (builder, own) => builder.AddPipeline(own);
                    }
                )
                .ConfigurePrimaryHttpMessageHandler(() => handler);
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
        Add(
            services,
            "plain",
            static options => (options.Endpoint, options.Credential) = (new Uri("https://platform.example.com"), new ApiKeyCredential("k"))
        );
        Add(
                services,
                "twice",
                static options =>
                    (options.Endpoint, options.Credential) = (new Uri("https://platform.example.com"), new ApiKeyCredential("k"))
            )
            .AddStandardResilienceHandler();
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredKeyedService<ThingsClient>("plain");
        Assert.DoesNotContain(log.Entries, entry => entry.Id == 10);

        provider.GetRequiredKeyedService<ThingsClient>("twice");

        Assert.Contains(
            "ThingsClient:twice has a Microsoft.Extensions.Http.Resilience.ResilienceHandler",
            Assert.Single(log.Entries, entry => entry.Id == 10).Text
        );
    }

    [Fact]
    public void What_would_fail_each_call_or_be_ignored_fails_the_start_with_what_was_meant()
    {
        var services = new ServiceCollection();
        Add(
            services,
            "typos",
            options =>
            {
                options.Endpoint = new Uri("https://example.com");
                options.Credentials["platfrom"] = new ApiKeyCredential("k");
                options.Credentials["Admin"] = new ApiKeyCredential("k");
                options.RateLimits["bots"] = [new RateLimitWindow(1, 1)];
            }
        );
        Add(services, "none", options => options.Endpoint = new Uri("https://example.com"));
        using var provider = services.BuildServiceProvider();

        var fault = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        var failures =
            (fault as AggregateException)?.InnerExceptions.Cast<OptionsValidationException>().SelectMany(static inner => inner.Failures)
            ?? ((OptionsValidationException)fault).Failures;
        Assert.Equal(
            [
                "KoreXo.Runtime.Tests.ThingsClient:none: Credential must be set, or Credentials with 'admin', 'platform': every call would fail without one.",
                "KoreXo.Runtime.Tests.ThingsClient:typos: Credentials[\"Admin\"] is not a credential kind of the API; did you mean 'admin'? It has 'admin', 'platform'.",
                "KoreXo.Runtime.Tests.ThingsClient:typos: Credentials[\"platfrom\"] is not a credential kind of the API; did you mean 'platform'? It has 'admin', 'platform'.",
                "KoreXo.Runtime.Tests.ThingsClient:typos: RateLimits[\"bots\"] is not a budget of the API; did you mean 'bot'? It has 'bot', 'request'.",
            ],
            failures.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_api_without_credentials_starts_without_one()
    {
        var services = new ServiceCollection();
        ClientRegistration.Add(
            services,
            name: null,
            static () => new ApiDescription { Name = "Open" },
            static options => options.Endpoint = new Uri("https://example.com"),
            static connection => new ThingsClient(connection)
        );
        using var provider = services.BuildServiceProvider();

        Assert.Null(Record.Exception(() => provider.GetRequiredService<IStartupValidator>().Validate()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eu")]
    public void A_second_registration_is_an_error(string? name)
    {
        var services = new ServiceCollection();
        Add(services, name, static _ => { });
        Add(services, "another", static _ => { });

        var fault = Assert.Throws<InvalidOperationException>(() => Add(services, name, static _ => { }));

        Assert.StartsWith(
            $"ThingsClient is already registered{(name is null ? "" : " under the name 'eu'")}, perhaps as part of another client. Remove one of the registrations",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Options_can_be_set_with_other_services()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var services = new ServiceCollection();
        services.AddSingleton(new Vault("from-the-vault"));
        ClientRegistration.Add(
            services,
            name: null,
            static () => TestApi.Api,
            (provider, options) =>
                (options.Endpoint, options.Credential) = (server.Endpoint, new ApiKeyCredential(provider.GetRequiredService<Vault>().Key)),
            static connection => new ThingsClient(connection, ownsConnection: true)
        );
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ThingsClient>().GetAsync(CancellationToken.None);

        Assert.Equal("from-the-vault", server.Only.Headers["auth"]);
    }

    [Fact]
    public async Task The_factory_writes_no_lines_with_paths()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var log = new RecordingLoggers();
        var services = new ServiceCollection();
        services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(log);
        Add(services, null, options => (options.Endpoint, options.Credential) = (server.Endpoint, new ApiKeyCredential("k")));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ThingsClient>().GetAsync(CancellationToken.None);

        Assert.DoesNotContain("/things/1", log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transport_put_in_the_place_of_the_registered_one_follows_no_redirects_either()
    {
        await using var other = await LoopbackServer.AnsweringAsync("{}");
        await using var server = await LoopbackServer.AnsweringAsync("", 307, headers: ("Location", other.Endpoint.ToString()));
        var services = new ServiceCollection();
        Add(services, null, options => (options.Endpoint, options.Credential) = (server.Endpoint, new ApiKeyCredential("k")))
            .ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler());
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<KoreXoException>(() => provider.GetRequiredService<ThingsClient>().GetAsync(CancellationToken.None));

        Assert.Empty(other.Requests);
    }

    private sealed record Vault(string Key);

    [Fact]
    public async Task Loggers_that_the_factory_brings_back_hold_no_credential()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"name":"a"}""");
        using var state = new StateLoggers();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(state));
        Add(services, null, options => (options.Endpoint, options.Credential) = (server.Endpoint, new ApiKeyCredential(TestApi.Token)))
            .AddDefaultLogger();
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ThingsClient>().GetAsync(CancellationToken.None);

        Assert.Equal(TestApi.Token, server.Only.Headers["auth"]);
        Assert.Contains(state.Values, static value => value.StartsWith("User-Agent=", StringComparison.Ordinal));
        Assert.DoesNotContain(state.Values, static value => value.Contains(TestApi.Token, StringComparison.Ordinal));
    }

    private static IHttpClientBuilder Add(ServiceCollection services, string? name, Action<KoreXoClientOptions> configure) =>
        ClientRegistration.Add(
            services,
            name,
            static () => TestApi.Api,
            configure,
            static connection => new ThingsClient(connection, ownsConnection: true)
        );

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Keeps what structured loggers would write: the names and values of each entry's state.</summary>
    private sealed class StateLoggers : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _values = new();

        public IEnumerable<string> Values => _values;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Keep(state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Keep(state);

        public void Dispose() { }

        private void Keep(object? state)
        {
            foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                var values = value is System.Collections.IEnumerable and not string
                    ? ((System.Collections.IEnumerable)value).Cast<object>()
                    : [value!];
                _values.Enqueue($"{name}={string.Join(',', values)}");
            }
        }
    }
}
