using KoreXo;
using KoreXo.Runtime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets the rate limit store of a registered client.</summary>
public static class RateLimitStoreExtensions
{
    /// <summary>
    /// Lets a client count its calls in a store of its own, such as one that several processes share. It replaces the
    /// <see cref="KoreXoClientOptions.RateLimitStore"/> of the options.
    /// </summary>
    /// <param name="builder">What the registration of the client returned.</param>
    /// <param name="create">Gets the store, with access to the service provider; called once for each client.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder is not that of a client registered by this library.</exception>
    public static IHttpClientBuilder AddRateLimitStore(this IHttpClientBuilder builder, Func<IServiceProvider, IRateLimitStore> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        if (!builder.Services.Any(service => IsValidator(service, builder.Name)))
        {
            throw new ArgumentException(
                $"The HTTP client '{builder.Name}' does not belong to a KoreXo client. Call this on what AddKoreXo returned.",
                nameof(builder)
            );
        }

        builder
            .Services.AddOptions<KoreXoClientOptions>(builder.Name)
            .Configure<IServiceProvider>((options, services) => options.RateLimitStore = create(services));
        return builder;
    }

    private static bool IsValidator(ServiceDescriptor service, string name) =>
        !service.IsKeyedService && service.ImplementationInstance is ClientOptionsValidator validator && validator.OptionsName == name;
}
