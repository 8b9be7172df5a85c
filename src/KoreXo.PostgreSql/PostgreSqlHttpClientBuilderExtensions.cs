using KoreXo;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets registered clients share their rate limits through PostgreSQL.</summary>
public static class PostgreSqlHttpClientBuilderExtensions
{
    /// <summary>Counts the calls of a client in PostgreSQL, together with those of all other processes that do so.</summary>
    /// <param name="builder">What <c>AddKoreXo</c> returned.</param>
    /// <param name="connectionString">The connection string of Npgsql. Clients with the same one share a pool of connections, which is
    /// closed with the service provider.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder is not that of a KoreXo client, or the connection string is empty.</exception>
    public static IHttpClientBuilder AddPostgreSqlRateLimits(this IHttpClientBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.AddRateLimitStore(services => services.GetRequiredKeyedService<PostgreSqlRateLimitStore>(connectionString));
        builder.Services.TryAddKeyedSingleton(connectionString, static (_, key) => new PostgreSqlRateLimitStore((string)key!));
        return builder;
    }

    /// <summary>Counts the calls of a client in PostgreSQL, over the data source that the application has registered.</summary>
    /// <param name="builder">What <c>AddKoreXo</c> returned.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The builder is not that of a KoreXo client.</exception>
    public static IHttpClientBuilder AddPostgreSqlRateLimits(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddRateLimitStore(static services => services.GetRequiredService<PostgreSqlRateLimitStore>());
        builder.Services.TryAddSingleton(static services => new PostgreSqlRateLimitStore(services.GetRequiredService<NpgsqlDataSource>()));
        return builder;
    }
}
