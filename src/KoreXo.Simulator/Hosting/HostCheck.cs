using System.Net;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Hosting;

/// <summary>
/// Accepts only requests whose Host is localhost, a loopback address or missing. Otherwise a web page could resolve its own host name to
/// this machine (DNS rebinding) and read the platform's responses.
/// </summary>
internal static class HostCheck
{
    public static bool IsOwn(HttpRequest request)
    {
        var host = request.Host.Host;
        return host.Length == 0
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }

    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            """{"errors":[{"msg":"The simulator accepts localhost and loopback addresses only, not this Host.","code":421}]}""",
            context.RequestAborted
        );
    }
}
