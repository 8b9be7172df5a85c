using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KoreXo.Runtime.Tests;

public sealed class ConfigurationTests
{
    private const string Secret = "canary-secret-0123456789abcdef0123456789";

    [Fact]
    public void Every_setting_is_read()
    {
        var options = Bind(
            ("Endpoint", "https://platform.example.com/eu"),
            ("ApplicationId", "travel/1"),
            ("MaxResponseBytes", "1000"),
            ("AttemptTimeout", "00:00:10"),
            ("TotalTimeout", "infinite"),
            ("MaxRetries", "5"),
            ("MaxRateLimitWait", "00:02:00"),
            ("EnforceRateLimits", "false"),
            ("RateLimits:bot:0:Calls", "120"),
            ("RateLimits:bot:0:Seconds", "60"),
            ("RateLimits:bot:1:Calls", "3600"),
            ("RateLimits:bot:1:Seconds", "3600"),
            ("Credential:ClientId", "cs-1"),
            ("Credential:ClientSecret", Secret + Secret),
            ("Credential:Algorithm", "hs512"),
            ("Credential:EnforceJti", "true"),
            ("Credential:ClaimName", "iss"),
            ("Credential:Lifetime", "00:10:00"),
            ("Credential:ClockSkew", "00:00:05"),
            ("Credentials:admin:ApiKey", "k"),
            ("Credentials:admin:ClientId", "cs-2"),
            ("Credentials:data:BearerToken", "t"),
            ("Credentials:mail:UserName", "u"),
            ("Credentials:mail:Password", ""),
            ("Servers:https://data.example.com", "https://data.eu.example.com"),
            ("Servers:https://files.example.com:8443/v1", "https://files.eu.example.com/v1"),
            ("Credentials:crm:ClientId", "crm-1"),
            ("Credentials:crm:ClientSecret", "short"),
            ("Credentials:crm:TokenEndpoint", "https://login.example/token"),
            ("Credentials:crm:ClientAuthentication", "requestBody"),
            ("Credentials:crm:Scopes", "orders.read  orders.write")
        );

        Assert.Empty(OptionsValidation.FindErrors(options));
        Assert.Equal("https://platform.example.com/eu", options.Endpoint!.ToString());
        Assert.Equal(
            ("travel/1", 1000L, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan),
            (options.ApplicationId, options.MaxResponseBytes, options.AttemptTimeout, options.TotalTimeout)
        );
        Assert.Equal((5, TimeSpan.FromMinutes(2), false), (options.MaxRetries, options.MaxRateLimitWait, options.EnforceRateLimits));
        Assert.Equal([new RateLimitWindow(120, 60), new RateLimitWindow(3600, 3600)], options.RateLimits["bot"]);
        var jwt = Assert.IsType<JwtCredential>(options.Credential);
        Assert.Equal(
            ("cs-1", JwtAlgorithm.HS512, true, "iss", TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(5)),
            (jwt.ClientId, jwt.Algorithm, jwt.EnforceJti, jwt.ClaimName, jwt.Lifetime, jwt.ClockSkew)
        );
        Assert.Equal("cs-2", Assert.IsType<ApiKeyCredential>(options.Credentials["admin"]).ClientId);
        Assert.IsType<BearerCredential>(options.Credentials["data"]);
        Assert.IsType<BasicCredential>(options.Credentials["mail"]);
        Assert.Equal(
            [
                ("https://data.example.com", "https://data.eu.example.com/"),
                ("https://files.example.com:8443/v1", "https://files.eu.example.com/v1"),
            ],
            options.Servers.OrderBy(static server => server.Key).Select(static server => (server.Key, server.Value.ToString()))
        );
        using var oauth = Assert.IsType<ClientCredentialsCredential>(options.Credentials["crm"]);
        Assert.Equal(("crm-1", ClientAuthentication.RequestBody), (oauth.ClientId, oauth.ClientAuthentication));
        Assert.Equal(["orders.read", "orders.write"], oauth.Scopes);
    }

    [Theory]
    [InlineData("Endpoint", "not an address", "KoreXo:eu:Endpoint must be an absolute address, with https://, not 'not an address'.")]
    [InlineData("Endpoint", "http://example.com", "KoreXo:eu:Endpoint must be https: over plain http")]
    [InlineData("MaxRetries", "many", "KoreXo:eu:MaxRetries must be a whole number, not 'many'.")]
    [InlineData("MaxRetries", "99", "KoreXo:eu:MaxRetries must be between 0 and 10.")]
    [InlineData("AttemptTimeout", "30", "KoreXo:eu:AttemptTimeout must be a time such as 00:01:40, or Infinite, not '30'.")]
    [InlineData("AttemptTimeout", "-00:00:30", "KoreXo:eu:AttemptTimeout must be positive")]
    [InlineData("EnforceRateLimits", "perhaps", "KoreXo:eu:EnforceRateLimits must be true or false, not 'perhaps'.")]
    [InlineData("RateLimits:bot:0:Calls", "0", "KoreXo:eu:RateLimits[\"bot\"] must be windows of at least one call")]
    [InlineData("RateLimits:bot:0:Calls", "x", "KoreXo:eu:RateLimits:bot:0:Calls must be a whole number, not 'x'.")]
    [InlineData(
        "Credential:ClientId",
        "cs-1",
        "KoreXo:eu:Credential:ClientSecret must be set together with ClientId, or instead ApiKey, BearerToken, or UserName and Password: exactly one of the four, not none."
    )]
    [InlineData(
        "Credential:ClientSecret",
        "short",
        "KoreXo:eu:Credential:ClientSecret is not usable: The client secret has 5 bytes; HS256 needs at least 32."
    )]
    [InlineData("Credential:ClientSecret", Secret, "KoreXo:eu:Credential:ClientId must be set.")]
    [InlineData("Credential:ApiKey", "two words", "KoreXo:eu:Credential:ApiKey is not usable: The key contains a space")]
    [InlineData("Credential:UserName", "u", "KoreXo:eu:Credential:Password must be set together with UserName; it may be empty.")]
    [InlineData(
        "Servers:https://a.example",
        "b",
        "KoreXo:eu:Servers:https://a.example must be an absolute address, with https://, not 'b'."
    )]
    [InlineData("Credential", "text", "KoreXo:eu:Credential must be a section that contains settings.")]
    [InlineData("Credentials:admin:Algorithm", "9", "KoreXo:eu:Credentials:admin:ClientSecret must be set together")]
    public void A_fault_names_the_setting_by_its_path(string setting, string value, string message)
    {
        var faults = Faults((setting, value));
        Assert.Contains(faults, fault => fault.StartsWith(message, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.DoesNotContain("canary", fault));
    }

    [Theory]
    [InlineData("login", "KoreXo:eu:Credential:TokenEndpoint must be an absolute address, with https://, not 'login'.")]
    [InlineData("http://login.example/token", "KoreXo:eu:Credential:TokenEndpoint is not usable: The token endpoint must be")]
    public void A_token_endpoint_that_is_not_usable_is_named(string endpoint, string message) =>
        Assert.Contains(
            Faults(("Credential:ClientId", "cs-1"), ("Credential:ClientSecret", Secret), ("Credential:TokenEndpoint", endpoint)),
            fault => fault.StartsWith(message, StringComparison.Ordinal)
        );

    [Fact]
    public void All_faults_are_told_at_once_and_each_only_once()
    {
        var faults = Faults(
            ("Endpoint", "nowhere"),
            ("MaxRetries", "many"),
            ("AttemptTimeout", "soon"),
            ("Credential:ClientSecret", "short"),
            ("Credentials:admin:ApiKey", " ")
        );
        Assert.Equal(
            [
                "KoreXo:eu:AttemptTimeout",
                "KoreXo:eu:Credential:ClientId",
                "KoreXo:eu:Credential:ClientSecret",
                "KoreXo:eu:Credentials:admin:ApiKey",
                "KoreXo:eu:Endpoint",
                "KoreXo:eu:MaxRetries",
            ],
            faults.Select(fault => fault.Split(' ')[0]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Unknown_settings_are_told_once_and_do_no_harm()
    {
        using var log = new RecordingLoggers();
        var services = Services(
            [("Endpoint", "https://example.com"), ("MaxRetry", "5"), ("Credential:ApiKey", "k"), ("Credential:ClientSecrt", Secret)],
            configure: null
        );
        services.AddSingleton<ILoggerFactory>(log);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(provider.GetRequiredKeyedService<ThingsClient>("eu"));

        var warnings = log.Entries.Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.Text).ToList();
        Assert.Equal(2, warnings.Count);
        Assert.Contains(warnings, text => text.Contains("'KoreXo:eu:MaxRetry'", StringComparison.Ordinal));
        Assert.Contains(warnings, text => text.Contains("'KoreXo:eu:Credential:ClientSecrt'", StringComparison.Ordinal));
        Assert.DoesNotContain("canary", log.Everything);
    }

    [Theory]
    [InlineData("Credential:ClientId", "cs-1")]
    [InlineData("Credential:Algorithm", "HS512")]
    public void A_setting_that_exists_is_not_called_misspelt_for_lack_of_another(string setting, string value)
    {
        using var log = new RecordingLoggers();
        var services = Services([("Endpoint", "https://example.com"), (setting, value)], configure: null);
        services.AddSingleton<ILoggerFactory>(log);
        using var provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.DoesNotContain(log.Entries, static entry => entry.Level == LogLevel.Warning);
    }

    [Fact]
    public void A_setting_without_effect_is_reported_as_that()
    {
        using var log = new RecordingLoggers();
        var services = Services(
            [("Endpoint", "https://example.com"), ("Credential:ApiKey", "k"), ("Credential:Lifetime", "00:01:00")],
            configure: null
        );
        services.AddSingleton<ILoggerFactory>(log);
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal(
            "The setting 'KoreXo:eu:Credential:Lifetime' has no effect with this kind of credential; remove it",
            Assert.Single(log.Entries, static entry => entry.Level == LogLevel.Warning).Text
        );
    }

    [Fact]
    public void A_section_that_another_client_reads_is_not_called_misspelt()
    {
        using var log = new RecordingLoggers();
        var root = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("KoreXo:Endpoint", "https://example.com"),
                new("KoreXo:Credential:ApiKey", "k"),
                new("KoreXo:Usage:Endpoint", "https://example.com"),
                new("KoreXo:Regions:eu:Endpoint", "https://eu.example.com"),
                new("KoreXo:Regions:eu:Credential:ApiKey", "k"),
            ])
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(log);
        foreach (var (name, path) in new[] { ((string?)null, "KoreXo"), ("eu", "KoreXo:Regions:eu") })
        {
            ClientRegistration.Add(
                services,
                name,
                static () => TestApi.Api,
                root.GetSection(path),
                configure: null,
                static connection => new ThingsClient(connection)
            );
        }

        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();

        Assert.Contains(
            "'KoreXo:Usage'",
            Assert.Single(log.Entries, static entry => entry.Level == LogLevel.Warning).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Code_has_the_last_word()
    {
        using var provider = Services(
                [("Endpoint", "https://example.com"), ("Credential:ApiKey", "k"), ("MaxRetries", "5")],
                options => options.MaxRetries = 1
            )
            .BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<KoreXoClientOptions>>().Get("KoreXo.Runtime.Tests.ThingsClient:eu");
        Assert.Equal(1, options.MaxRetries);
    }

    private static string[] Faults(params (string, string)[] settings)
    {
        using var provider = Services(settings, configure: null).BuildServiceProvider();
        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        return [.. fault.Failures];
    }

    private static KoreXoClientOptions Bind(params (string, string)[] settings)
    {
        var options = new KoreXoClientOptions();
        Assert.Empty(new OptionsBinder(options).Bind(Section(settings)));
        return options;
    }

    private static ServiceCollection Services((string, string)[] settings, Action<KoreXoClientOptions>? configure)
    {
        var services = new ServiceCollection();
        ClientRegistration.Add(
            services,
            "eu",
            static () => TestApi.Api,
            Section(settings),
            (_, options) => configure?.Invoke(options),
            static connection => new ThingsClient(connection, ownsConnection: true)
        );
        return services;
    }

    private static IConfigurationSection Section(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"KoreXo:eu:{setting.Name}", (string?)setting.Value)))
            .Build()
            .GetSection("KoreXo:eu");
}
