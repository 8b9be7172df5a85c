using KoreXo;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets registered clients share their rate limits through Redis.</summary>
public static class RedisHttpClientBuilderExtensions
{
    /// <summary>Counts the calls of a client in Redis, together with those of all other processes that do so.</summary>
    /// <param name="builder">What <c>AddKoreXo</c> returned.</param>
    /// <param name="configuration">The configuration of StackExchange.Redis, such as <c>localhost:6379</c>. Clients with the same one share
    /// a connection, which is closed with the service provider.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder is not that of a KoreXo client, or the configuration is empty.</exception>
    public static IHttpClientBuilder AddRedisRateLimits(this IHttpClientBuilder builder, string configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        builder.AddRateLimitStore(services => services.GetRequiredKeyedService<RedisRateLimitStore>(configuration));
        builder.Services.TryAddKeyedSingleton(configuration, static (_, key) => new RedisRateLimitStore((string)key!));
        return builder;
    }

    /// <summary>Counts the calls of a client in Redis, over the connection that the application has registered.</summary>
    /// <param name="builder">What <c>AddKoreXo</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder is not that of a KoreXo client.</exception>
    public static IHttpClientBuilder AddRedisRateLimits(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddRateLimitStore(static services => services.GetRequiredService<RedisRateLimitStore>());
        builder.Services.TryAddSingleton(static services => new RedisRateLimitStore(services.GetRequiredService<IConnectionMultiplexer>()));
        return builder;
    }
}
