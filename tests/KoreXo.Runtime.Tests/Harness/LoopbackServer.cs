using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime.Tests;

/// <summary>A real Kestrel server on a loopback socket that records every request and responds as scripted.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    private LoopbackServer(WebApplication app) => _app = app;

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public ReceivedRequest Only => Assert.Single(_requests);

    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Starts a server that sends the same response to every request.</summary>
    public static Task<LoopbackServer> AnsweringAsync(
        string body,
        int status = 200,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    ) => StartAsync((context, _) => WriteAsync(context, body, status, contentType, headers));

    /// <summary>Starts a server that sends the given responses in order, the last one repeatedly.</summary>
    public static Task<LoopbackServer> AnsweringInTurnAsync(params string[] bodies)
    {
        var next = -1;
        return StartAsync((context, _) => WriteAsync(context, bodies[Math.Min(Interlocked.Increment(ref next), bodies.Length - 1)]));
    }

    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, ReceivedRequest, Task> answer, Uri? address = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address?.ToString() ?? "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new LoopbackServer(builder.Build());
        server._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var request = new ReceivedRequest(
                context.Request.Method,
                context.Features.Get<IHttpRequestFeature>()!.RawTarget,
                context.Request.Headers.ToDictionary(
                    header => header.Key,
                    header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                body.ToArray()
            );
            server._requests.Enqueue(request);
            await answer(context, request);
        });
        await server._app.StartAsync();
        var bound = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Endpoint = new Uri(bound);
        return server;
    }

    public static async Task WriteAsync(
        HttpContext context,
        string body,
        int status = 200,
        string contentType = "application/json",
        params (string Name, string Value)[] headers
    )
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        if (status != 204)
        {
            await context.Response.WriteAsync(body);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
