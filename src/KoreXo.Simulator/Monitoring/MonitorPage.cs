using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Monitoring;

/// <summary>
/// Serves a page at the root of the address that shows requests and responses. All other requests are passed on to the platform.
/// </summary>
internal sealed class MonitorPage(Func<JsonObject> state, Func<string, Uri, JsonObject?> details, RequestDelegate platform)
{
    public const string StatePath = "/_monitor/state";
    public const string RequestsPath = "/_monitor/requests/";

    private const string Json = "application/json";

    /// <summary>The page is self-contained: it may not load anything, and may not be embedded in another page.</summary>
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:; frame-ancestors 'none'";

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
            StatePath => SendAsync(context, Json, Encoding.UTF8.GetBytes(state().ToJsonString())),
            { } path when path.StartsWith(RequestsPath, StringComparison.Ordinal) => SendDetailsAsync(context, path[RequestsPath.Length..]),
            _ => platform(context),
        };
    }

    private Task SendDetailsAsync(HttpContext context, string id)
    {
        var endpoint = new UriBuilder(Uri.UriSchemeHttp, $"{context.Connection.LocalIpAddress}", context.Connection.LocalPort).Uri;
        if (details(id, endpoint) is { } found)
        {
            return SendAsync(context, Json, Encoding.UTF8.GetBytes(found.ToJsonString()));
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return SendAsync(context, Json, "{}"u8.ToArray());
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
