using KoreXo;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of registered clients.</summary>
public static class KoreXoHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks a client that <c>AddKoreXo</c> registered, without sending a call. It is unhealthy if a credential has no token or the rate
    /// limit store does not respond, and degraded while a rate limit of an hour that it has used is used up.
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks</c> returned.</param>
    /// <param name="client">The name that the client was registered with; <see langword="null"/> for the one without a name.</param>
    /// <param name="name">The name of the check; <c>korexo</c>, or <c>korexo-</c> and the name of the client, if omitted.</param>
    /// <param name="failureStatus">The status that is reported on a failure; unhealthy if omitted.</param>
    /// <param name="tags">Tags to select the check by.</param>
    /// <param name="timeout">The time limit of the check; none if omitted.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddKoreXo(
        this IHealthChecksBuilder builder,
        string? client = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null
    ) => builder.AddApiClient<KoreXoClient>(client, name ?? (client is null ? "korexo" : $"korexo-{client}"), failureStatus, tags, timeout);
}
