using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Monitoring;

/// <summary>Shows, at the root of the address, what the platform is asked and how it answers. Everything else goes on to the platform.</summary>
internal sealed class MonitorPage(Func<JsonObject> state, RequestDelegate platform)
{
    public const string StatePath = "/_monitor/state";

    /// <summary>The page brings all it needs; nothing may be loaded into it, nor may it be put into another.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'";

    private readonly byte[] _page = ReadPage();

    public Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            return platform(context);
        }

        return context.Request.Path.Value switch
        {
            "/" => SendAsync(context, "text/html; charset=utf-8", _page),
            StatePath => SendAsync(context, "application/json", System.Text.Encoding.UTF8.GetBytes(state().ToJsonString())),
            _ => platform(context),
        };
    }

    private static Task SendAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static byte[] ReadPage()
    {
        using var resource = typeof(MonitorPage).Assembly.GetManifestResourceStream("monitor.html")!;
        var page = new byte[resource.Length];
        resource.ReadExactly(page);
        return page;
    }
}
