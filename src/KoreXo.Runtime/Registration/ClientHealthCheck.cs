using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KoreXo.Runtime;

/// <summary>Checks a registered client without sending a call.</summary>
/// <param name="services">The services.</param>
/// <param name="key">The name of the client; <see langword="null"/> for the one without a name.</param>
internal sealed class ClientHealthCheck<TClient>(IServiceProvider services, string? key) : IHealthCheck
    where TClient : ApiClient
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var client = key is null ? services.GetRequiredService<TClient>() : services.GetRequiredKeyedService<TClient>(key);
        var health = await client.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
        var description = string.Join(' ', health.Failures.Concat(health.Warnings));
        return health switch
        {
            { Failures.Count: > 0 } => new HealthCheckResult(context.Registration.FailureStatus, description),
            { Warnings.Count: > 0 } => HealthCheckResult.Degraded(description),
            _ => HealthCheckResult.Healthy(),
        };
    }
}
