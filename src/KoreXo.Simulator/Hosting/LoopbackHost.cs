using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KoreXo.Simulator.Hosting;

/// <summary>An HTTP server on a loopback port that reads no configuration and logs nothing.</summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackHost(WebApplication application) => _application = application;

    public Uri Endpoint { get; private set; } = null!;

    public static async Task<LoopbackHost> StartAsync(int port, RequestDelegate handler, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(server =>
            {
                server.Listen(IPAddress.Loopback, port);
                server.AddServerHeader = false;
                server.Limits.MaxRequestBodySize = null; // The pipeline has its own limits, with responses in the platform's format.
                // By default, Kestrel drops a connection below 240 bytes a second, such as that of a client that is stopped in a debugger.
                server.Limits.MinRequestBodyDataRate = null;
                server.Limits.MinResponseDataRate = null;
            });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var application = builder.Build();
        application.Run(context => HostCheck.IsOwn(context.Request) ? handler(context) : HostCheck.RefuseAsync(context));
        var host = new LoopbackHost(application);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
            host.Endpoint = new Uri(addresses!.Addresses.Single());
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
