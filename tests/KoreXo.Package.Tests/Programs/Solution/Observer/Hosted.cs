using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Travel.Observer;

/// <summary>Names the entry points of a host: the routes that it serves, and its hosted services.</summary>
internal static class Hosted
{
    public static void SeeRequest(KeyValuePair<string, object?> happened)
    {
        if (happened is { Key: "Microsoft.AspNetCore.Routing.EndpointMatched", Value: HttpContext context })
        {
            var endpoint = context.GetEndpoint();
            Observed.Entry = endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
                ? $"{action.ControllerTypeInfo.Name}.{action.MethodInfo.Name}"
                : $"{context.Request.Method} {(endpoint as RouteEndpoint)?.RoutePattern.RawText}";
        }
    }

    public static void SeeHost(KeyValuePair<string, object?> happened)
    {
        if (happened is { Key: "HostBuilding", Value: IHostBuilder builder })
        {
            builder.ConfigureServices(Name);
        }
    }

    private static void Name(IServiceCollection services)
    {
        for (var at = 0; at < services.Count; at++)
        {
            if (
                services[at] is { IsKeyedService: false, ImplementationType: { } type } service
                && service.ServiceType == typeof(IHostedService)
                && type.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) != true
            )
            {
                services[at] = ServiceDescriptor.Singleton<IHostedService>(provider => new Named(
                    (IHostedService)ActivatorUtilities.CreateInstance(provider, type)
                ));
            }
        }
    }

    private sealed class Named(IHostedService inner) : IHostedLifecycleService, IAsyncDisposable
    {
        public Task StartingAsync(CancellationToken cancellationToken) =>
            RunAsync("StartingAsync", token => (inner as IHostedLifecycleService)?.StartingAsync(token), cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) =>
            RunAsync(inner is BackgroundService ? "ExecuteAsync" : "StartAsync", inner.StartAsync, cancellationToken);

        public Task StartedAsync(CancellationToken cancellationToken) =>
            RunAsync("StartedAsync", token => (inner as IHostedLifecycleService)?.StartedAsync(token), cancellationToken);

        public Task StoppingAsync(CancellationToken cancellationToken) =>
            RunAsync("StoppingAsync", token => (inner as IHostedLifecycleService)?.StoppingAsync(token), cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => RunAsync("StopAsync", inner.StopAsync, cancellationToken);

        public Task StoppedAsync(CancellationToken cancellationToken) =>
            RunAsync("StoppedAsync", token => (inner as IHostedLifecycleService)?.StoppedAsync(token), cancellationToken);

        public async ValueTask DisposeAsync()
        {
            if (inner is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
            else
            {
                (inner as IDisposable)?.Dispose();
            }
        }

        private async Task RunAsync(string method, Func<CancellationToken, Task?> run, CancellationToken cancellationToken)
        {
            Observed.Entry = $"{inner.GetType().Name}.{method}";
            await (run(cancellationToken) ?? Task.CompletedTask);
        }
    }
}
