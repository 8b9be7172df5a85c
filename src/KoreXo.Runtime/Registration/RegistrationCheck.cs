using Microsoft.Extensions.DependencyInjection;

namespace KoreXo.Runtime;

/// <summary>
/// Rejects a second registration of a client, which would share neither connections nor rate limits with the first, while the settings of
/// both would be mixed.
/// </summary>
internal static class RegistrationCheck
{
    /// <exception cref="InvalidOperationException">The client is already registered.</exception>
    public static void DemandNew<TClient>(IServiceCollection services, string? name)
    {
        foreach (var service in services)
        {
            if (
                service.ServiceType == typeof(TClient)
                && (name is null ? !service.IsKeyedService : service.IsKeyedService && name.Equals(service.ServiceKey))
            )
            {
                throw new InvalidOperationException(
                    $"{typeof(TClient).Name} is already registered{(name is null ? "" : $" under the name '{name}'")}, perhaps as part of another client. Remove one of the registrations, or give one a name of its own; "
                        + $"to change the options of the first, use services.PostConfigure<{nameof(KoreXoClientOptions)}>(\"{typeof(TClient).FullName}{(name is null ? "" : ":" + name)}\", …)."
                );
            }
        }
    }
}
