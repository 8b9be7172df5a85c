using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KoreXo.Runtime;

/// <summary>Registers a client for dependency injection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClientRegistration
{
    /// <summary>
    /// Registers a client as a singleton, with its own transport and its own options, which are validated when the host starts.
    /// </summary>
    /// <typeparam name="TClient">The type of the client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client; <see langword="null"/> to register it without one.</param>
    /// <param name="api">Describes the API, to validate the options against; called when they are validated.</param>
    /// <param name="configure">Configures the options.</param>
    /// <param name="create">Creates the client, which owns the connection.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">The client is already registered.</exception>
    /// <remarks>
    /// Options and <see cref="HttpClient"/> are named after the full name of the client's type, followed by a colon and the key if there is
    /// one.
    /// </remarks>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services,
        string? name,
        Func<ApiDescription> api,
        Action<KoreXoClientOptions> configure,
        Func<ApiConnection, TClient> create
    )
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, api, (_, options) => configure(options), create);
    }

    /// <summary>Registers a client as a singleton whose options are read from configuration when they are first needed.</summary>
    /// <typeparam name="TClient">The type of the client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client; <see langword="null"/> to register it without one.</param>
    /// <param name="api">Describes the API, to validate the options against; called when they are validated.</param>
    /// <param name="section">The section with the settings. Unknown settings are logged as a warning; invalid ones fail the start of the
    /// host.</param>
    /// <param name="configure">Configures, after that, what configuration cannot express.</param>
    /// <param name="create">Creates the client, which owns the connection.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">The client is already registered.</exception>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services,
        string? name,
        Func<ApiDescription> api,
        IConfigurationSection section,
        Action<IServiceProvider, KoreXoClientOptions>? configure,
        Func<ApiConnection, TClient> create
    )
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        var builder = Add(services, name, api, (provider, options) => Bind(section, provider, options, configure), create);
        services.AddSingleton(new RegisteredSection(section.Path));
        return builder;
    }

    /// <summary>Registers a client as a singleton, with options that are configured with access to the service provider.</summary>
    /// <typeparam name="TClient">The type of the client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client; <see langword="null"/> to register it without one.</param>
    /// <param name="api">Describes the API, to validate the options against; called when they are validated.</param>
    /// <param name="configure">Configures the options.</param>
    /// <param name="create">Creates the client, which owns the connection.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">The client is already registered.</exception>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services,
        string? name,
        Func<ApiDescription> api,
        Action<IServiceProvider, KoreXoClientOptions> configure,
        Func<ApiConnection, TClient> create
    )
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        ArgumentNullException.ThrowIfNull(create);
        RegistrationCheck.DemandNew<TClient>(services, name);

        // The type is part of the name, so that two types of client under one key share neither options nor transport.
        var fullName = name is null ? typeof(TClient).FullName! : $"{typeof(TClient).FullName}:{name}";
        services.AddSingleton<IValidateOptions<KoreXoClientOptions>>(new ClientOptionsValidator(fullName, api));
        services.TryAddSingleton<SharedRateLimitStores>();
        services
            .AddOptions<KoreXoClientOptions>(fullName)
            .Configure<IServiceProvider>(
                (options, provider) =>
                {
                    options.LoggerFactory = provider.GetRequiredService<ILoggerFactory>();
                    options.SharedStores = provider.GetRequiredService<SharedRateLimitStores>();
                    configure(provider, options);
                }
            )
            .ValidateOnStart();
        AddSingleton(
            services,
            name,
            provider =>
            {
                var handlerFactory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
                var handlers = handlerFactory.CreateHandler(fullName);
                if (ResilienceHandlers.Find(handlers) is { } handler)
                {
                    provider.GetRequiredService<ILoggerFactory>().CreateLogger(Instruments.Name).RetriedTwice(fullName, handler);
                }

                var clientFactory = provider.GetRequiredService<IHttpClientFactory>();
                var http = clientFactory.CreateClient(fullName);
                return create(
                    new ApiConnection(
                        provider.GetRequiredService<IOptionsMonitor<KoreXoClientOptions>>().Get(fullName),
                        // A factory that the application replaced may return clients over other handlers.
                        ReferenceEquals(clientFactory, handlerFactory)
                            ? MessageTransport.FromFactory(http, handlers)
                            : MessageTransport.FromClient(http),
                        CredentialHandler.IsNeeded(handlers)
                    )
                );
            }
        );
        return AddHttpClient(services, fullName);
    }

    /// <summary>Registers a client that is part of another, such as that of an area, as a singleton.</summary>
    /// <typeparam name="TOwner">The type of the other client.</typeparam>
    /// <typeparam name="TClient">The type of the client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of both; <see langword="null"/> to register it without one.</param>
    /// <param name="part">Gets the client.</param>
    /// <exception cref="InvalidOperationException">The client is already registered.</exception>
    public static void AddPart<TOwner, TClient>(IServiceCollection services, string? name, Func<TOwner, TClient> part)
        where TOwner : class
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(part);
        RegistrationCheck.DemandNew<TClient>(services, name);
        AddSingleton(
            services,
            name,
            provider => part(name is null ? provider.GetRequiredService<TOwner>() : provider.GetRequiredKeyedService<TOwner>(name))
        );
    }

    private static void AddSingleton<TClient>(IServiceCollection services, string? name, Func<IServiceProvider, TClient> create)
        where TClient : class
    {
        if (name is null)
        {
            services.AddSingleton(create);
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, _) => create(provider));
        }
    }

    private static void Bind(
        IConfigurationSection section,
        IServiceProvider provider,
        KoreXoClientOptions options,
        Action<IServiceProvider, KoreXoClientOptions>? configure
    )
    {
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(Instruments.Name);
        var others = provider.GetServices<RegisteredSection>().ToList();
        var binder = new OptionsBinder(options);
        foreach (var setting in binder.Bind(section).Where(setting => !others.Exists(other => other.IsAtOrBelow(setting))))
        {
            logger.UnknownSetting(setting);
        }

        foreach (var setting in binder.Unused)
        {
            logger.UnusedSetting(setting);
        }

        configure?.Invoke(provider, options);
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string fullName)
    {
        // A handler that the user substitutes for ours must not follow redirects either; user configuration runs before this.
        services.PostConfigure<HttpClientFactoryOptions>(
            fullName,
            static options =>
                options.HttpMessageHandlerBuilderActions.Add(static builder =>
                {
                    RedirectCheck.TurnOff(builder.PrimaryHandler, nameof(builder.PrimaryHandler));
                    DirectLoopbackProxy.Use(builder.PrimaryHandler);
                    builder.PrimaryHandler = new CredentialHandler(builder.PrimaryHandler);
                })
        );

        // The client keeps its HttpClient forever, so its handler must not be rotated; the handler picks up DNS changes itself.
        // The factory's own loggers write several lines per request with the whole path, including IDs.
        return services
            .AddHttpClient(fullName, static http => TransportHandler.Configure(http))
            .ConfigurePrimaryHttpMessageHandler(TransportHandler.Create)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }
}
