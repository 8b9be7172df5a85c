using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KoreXo.Runtime;

/// <summary>Registers a client for dependency injection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClientRegistration
{
    /// <summary>Registers a client as a singleton, with options of its own that are checked when the host starts, and a transport of its own.</summary>
    /// <typeparam name="TClient">The type of the client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client; <see langword="null"/> to register it without one.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="create">Makes the client.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <remarks>Options and <see cref="HttpClient"/> go by the full name of the client's type, followed by a colon and the key if there is one.</remarks>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services, string? name, Action<KoreXoClientOptions> configure, Func<ApiConnection, TClient> create)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, create, (_, options) => configure(options));
    }

    /// <summary>Registers a client as a singleton whose options are read from configuration when they are first needed.</summary>
    /// <typeparam name="TClient">The type of the client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the client; <see langword="null"/> to register it without one.</param>
    /// <param name="section">The section with the settings. Names that do not exist are logged as a warning; what cannot be read fails the start of the host.</param>
    /// <param name="configure">Sets, after that, what configuration cannot.</param>
    /// <param name="create">Makes the client.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    public static IHttpClientBuilder Add<TClient>(
        IServiceCollection services, string? name, IConfigurationSection section, Action<KoreXoClientOptions>? configure, Func<ApiConnection, TClient> create)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, create, (loggers, options) =>
        {
            var logger = loggers.CreateLogger(Instruments.Name);
            foreach (var setting in new OptionsBinder(options).Bind(section))
            {
                logger.UnknownSetting(setting);
            }

            configure?.Invoke(options);
        });
    }

    private static IHttpClientBuilder Add<TClient>(
        IServiceCollection services, string? name, Func<ApiConnection, TClient> create, Action<ILoggerFactory, KoreXoClientOptions> configure)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);

        // The type is part of the name, so that two kinds of client under one key share neither options nor transport.
        var fullName = name is null ? typeof(TClient).FullName! : $"{typeof(TClient).FullName}:{name}";
        services.AddSingleton<IValidateOptions<KoreXoClientOptions>>(new ClientOptionsValidator(fullName));
        services.TryAddSingleton<SharedQuotaStores>();
        services.AddOptions<KoreXoClientOptions>(fullName)
            .Configure<ILoggerFactory, SharedQuotaStores>((options, loggers, stores) =>
            {
                options.LoggerFactory = loggers;
                options.SharedStores = stores;
                configure(loggers, options);
            })
            .ValidateOnStart();

        TClient Create(IServiceProvider provider)
        {
            if (ResilienceHandlers.Find(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(fullName)) is { } handler)
            {
                provider.GetRequiredService<ILoggerFactory>().CreateLogger(Instruments.Name).RetriedTwice(fullName, handler);
            }

            return create(new ApiConnection(
                provider.GetRequiredService<IOptionsMonitor<KoreXoClientOptions>>().Get(fullName),
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(fullName)));
        }

        if (name is null)
        {
            services.AddSingleton(Create);
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, _) => Create(provider));
        }

        // The client keeps its HttpClient for good, so the handler must not be exchanged under it; it sees changes of addresses by itself.
        return services.AddHttpClient(fullName, static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ApiConnection.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }
}
