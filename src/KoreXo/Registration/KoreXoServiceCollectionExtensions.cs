using KoreXo;
using KoreXo.Runtime;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="KoreXoClient"/> and the clients of its areas.</summary>
public static class KoreXoServiceCollectionExtensions
{
    /// <summary>Registers the client, and the client of each area, as singletons that share connections, tokens and quotas.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    public static IHttpClientBuilder AddKoreXo(this IServiceCollection services, Action<KoreXoClientOptions> configure)
    {
        var builder = ClientRegistration.Add(services, name: null, configure, static connection => new KoreXoClient(connection));
        return AddAreas(builder, name: null);
    }

    /// <summary>Registers a named client, and the clients of its areas, as keyed singletons. Two names share nothing: neither connections nor tokens nor quotas.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key to resolve the clients by.</param>
    /// <param name="configure">Sets the options. They are checked when the host starts.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    public static IHttpClientBuilder AddKoreXo(this IServiceCollection services, string name, Action<KoreXoClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var builder = ClientRegistration.Add(services, name, configure, static connection => new KoreXoClient(connection));
        return AddAreas(builder, name);
    }

    /// <summary>Registers the client, and the client of each area, as singletons whose options are in configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section with the settings, such as <c>configuration.GetSection("KoreXo")</c>. Unknown names are logged as a warning.</param>
    /// <param name="configure">Sets, after that, what configuration cannot, such as a secret from a vault.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    public static IHttpClientBuilder AddKoreXo(this IServiceCollection services, IConfigurationSection section, Action<KoreXoClientOptions>? configure = null)
    {
        var builder = ClientRegistration.Add(services, name: null, section, configure, static connection => new KoreXoClient(connection));
        return AddAreas(builder, name: null);
    }

    /// <summary>Registers a named client, and the clients of its areas, as keyed singletons whose options are in configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key to resolve the clients by.</param>
    /// <param name="section">The section with the settings, such as <c>configuration.GetSection("KoreXo:eu")</c>. Unknown names are logged as a warning.</param>
    /// <param name="configure">Sets, after that, what configuration cannot, such as a secret from a vault.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    public static IHttpClientBuilder AddKoreXo(this IServiceCollection services, string name, IConfigurationSection section, Action<KoreXoClientOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var builder = ClientRegistration.Add(services, name, section, configure, static connection => new KoreXoClient(connection));
        return AddAreas(builder, name);
    }

    private static IHttpClientBuilder AddAreas(IHttpClientBuilder builder, string? name)
    {
        AddArea(builder.Services, name, static client => client.Admin);
        AddArea(builder.Services, name, static client => client.Analytics);
        AddArea(builder.Services, name, static client => client.BotDefinition);
        AddArea(builder.Services, name, static client => client.DataTables);
        AddArea(builder.Services, name, static client => client.NlpTraining);
        return builder;
    }

    private static void AddArea<TArea>(IServiceCollection services, string? name, Func<KoreXoClient, TArea> area)
        where TArea : class
    {
        if (name is null)
        {
            services.AddSingleton(provider => area(provider.GetRequiredService<KoreXoClient>()));
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, key) => area(provider.GetRequiredKeyedService<KoreXoClient>(key)));
        }
    }
}
