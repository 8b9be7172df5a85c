using KoreXo;
using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;
using KoreXo.NlpTraining;
using KoreXo.Runtime;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="KoreXoClient"/> and the clients of its areas.</summary>
/// <remarks>
/// The loggers of the HTTP client factory are removed, since they write the whole path of each request; call <c>AddDefaultLogger</c> on the
/// returned builder to restore them.
/// </remarks>
public static class KoreXoServiceCollectionExtensions
{
    /// <summary>Registers the client, and the client of each area, as singletons that share connections, tokens and rate limits.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options. They are validated when the host starts.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">The client, or that of an area, is already registered.</exception>
    public static IHttpClientBuilder AddKoreXo(this IServiceCollection services, Action<KoreXoClientOptions> configure) =>
        AddAreas(ClientRegistration.Add(services, name: null, KoreXoClient.Describe, configure, Create), name: null);

    /// <summary>Registers the client, and the client of each area, as singletons that share connections, tokens and rate limits.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options with access to the service provider. They are validated when the host starts.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">The client, or that of an area, is already registered.</exception>
    public static IHttpClientBuilder AddKoreXo(this IServiceCollection services, Action<IServiceProvider, KoreXoClientOptions> configure) =>
        AddAreas(ClientRegistration.Add(services, name: null, KoreXoClient.Describe, configure, Create), name: null);

    /// <summary>
    /// Registers a named client, and the client of each of its areas, as keyed singletons. Two names share neither connections nor tokens
    /// nor rate limits.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key to resolve the clients by.</param>
    /// <param name="configure">Configures the options. They are validated when the host starts.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">A client with this name, or that of an area, is already registered.</exception>
    public static IHttpClientBuilder AddKoreXo(this IServiceCollection services, string name, Action<KoreXoClientOptions> configure) =>
        AddAreas(ClientRegistration.Add(services, Named(name), KoreXoClient.Describe, configure, Create), name);

    /// <summary>
    /// Registers a named client, and the client of each of its areas, as keyed singletons. Two names share neither connections nor tokens
    /// nor rate limits.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key to resolve the clients by.</param>
    /// <param name="configure">Configures the options with access to the service provider. They are validated when the host starts.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">A client with this name, or that of an area, is already registered.</exception>
    public static IHttpClientBuilder AddKoreXo(
        this IServiceCollection services,
        string name,
        Action<IServiceProvider, KoreXoClientOptions> configure
    ) => AddAreas(ClientRegistration.Add(services, Named(name), KoreXoClient.Describe, configure, Create), name);

    /// <summary>Registers the client, and the client of each area, as singletons configured from a section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section with the settings, such as <c>configuration.GetSection("KoreXo")</c>. Unknown names are logged
    /// as a warning.</param>
    /// <param name="configure">Sets what configuration cannot, such as a secret from a vault. It runs after the section has been
    /// read.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">The client, or that of an area, is already registered.</exception>
    public static IHttpClientBuilder AddKoreXo(
        this IServiceCollection services,
        IConfigurationSection section,
        Action<KoreXoClientOptions>? configure = null
    ) =>
        AddAreas(
            ClientRegistration.Add(
                services,
                name: null,
                KoreXoClient.Describe,
                section,
                (_, options) => configure?.Invoke(options),
                Create
            ),
            name: null
        );

    /// <summary>Registers the client, and the client of each area, as singletons configured from a section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section with the settings, such as <c>configuration.GetSection("KoreXo")</c>. Unknown names are logged
    /// as a warning.</param>
    /// <param name="configure">Sets what configuration cannot, such as a secret from a vault, with access to the service provider. It runs
    /// after the section has been read.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">The client, or that of an area, is already registered.</exception>
    public static IHttpClientBuilder AddKoreXo(
        this IServiceCollection services,
        IConfigurationSection section,
        Action<IServiceProvider, KoreXoClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddAreas(ClientRegistration.Add(services, name: null, KoreXoClient.Describe, section, configure, Create), name: null);
    }

    /// <summary>Registers a named client, and the clients of its areas, as keyed singletons configured from a section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key to resolve the clients by.</param>
    /// <param name="section">The section with the settings, such as <c>configuration.GetSection("KoreXo:eu")</c>. Unknown names are
    /// logged as a warning.</param>
    /// <param name="configure">Sets what configuration cannot, such as a secret from a vault. It runs after the section has been
    /// read.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">A client with this name, or that of an area, is already registered.</exception>
    public static IHttpClientBuilder AddKoreXo(
        this IServiceCollection services,
        string name,
        IConfigurationSection section,
        Action<KoreXoClientOptions>? configure = null
    ) =>
        AddAreas(
            ClientRegistration.Add(
                services,
                Named(name),
                KoreXoClient.Describe,
                section,
                (_, options) => configure?.Invoke(options),
                Create
            ),
            name
        );

    /// <summary>Registers a named client, and the clients of its areas, as keyed singletons configured from a section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key to resolve the clients by.</param>
    /// <param name="section">The section with the settings, such as <c>configuration.GetSection("KoreXo:eu")</c>. Unknown names are
    /// logged as a warning.</param>
    /// <param name="configure">Sets what configuration cannot, such as a secret from a vault, with access to the service provider. It runs
    /// after the section has been read.</param>
    /// <returns>The builder of the client's named <see cref="HttpClient"/>, for handlers, proxies and certificates.</returns>
    /// <exception cref="InvalidOperationException">A client with this name, or that of an area, is already registered.</exception>
    public static IHttpClientBuilder AddKoreXo(
        this IServiceCollection services,
        string name,
        IConfigurationSection section,
        Action<IServiceProvider, KoreXoClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddAreas(ClientRegistration.Add(services, Named(name), KoreXoClient.Describe, section, configure, Create), name);
    }

    private static KoreXoClient Create(ApiConnection connection) => new(connection);

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }

    private static IHttpClientBuilder AddAreas(IHttpClientBuilder builder, string? name)
    {
        ClientRegistration.AddPart<KoreXoClient, AdminClient>(builder.Services, name, static client => client.Admin);
        ClientRegistration.AddPart<KoreXoClient, AnalyticsClient>(builder.Services, name, static client => client.Analytics);
        ClientRegistration.AddPart<KoreXoClient, BotDefinitionClient>(builder.Services, name, static client => client.BotDefinition);
        ClientRegistration.AddPart<KoreXoClient, DataTablesClient>(builder.Services, name, static client => client.DataTables);
        ClientRegistration.AddPart<KoreXoClient, NlpTrainingClient>(builder.Services, name, static client => client.NlpTraining);
        return builder;
    }
}
