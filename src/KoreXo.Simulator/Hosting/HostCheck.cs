using System.Net;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Hosting;

/// <summary>
/// Lets in who asks for this machine by name. A page in a browser can let its own name lead here, and would then read what the platform
/// answers.
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
            """{"errors":[{"msg":"The simulator answers to localhost and loopback addresses only, not to the Host of this request.","code":421}]}""",
            context.RequestAborted
        );
    }
}
