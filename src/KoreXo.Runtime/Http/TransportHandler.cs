using System.Net;

namespace KoreXo.Runtime;

/// <summary>The transport of whatever is not given one.</summary>
internal static class TransportHandler
{
    /// <summary>
    /// The transport of a connection that was given none: it sees changes of addresses, and takes no credential to another host.
    /// </summary>
    public static SocketsHttpHandler Create() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseCookies = false,
        };
}
