using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime.Tests;

/// <summary>A server that speaks HTTP/2 without TLS, and neither reads a request nor responds to it.</summary>
internal sealed class UnreadingServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private UnreadingServer(WebApplication app) => _app = app;

    public Uri Endpoint { get; private set; } = null!;

    public static async Task<UnreadingServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(static server =>
                server.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2)
            );
        builder.Logging.ClearProviders();
        var server = new UnreadingServer(builder.Build());
        server._app.Run(static context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        await server._app.StartAsync();
        var features = server._app.Services.GetRequiredService<IServer>().Features;
        server.Endpoint = new Uri(features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
