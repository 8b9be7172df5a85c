using System.Net.Sockets;

namespace KoreXo.Runtime;

/// <summary>Creates the default transport.</summary>
internal static class TransportHandler
{
    // Enough for any rate limit; a burst of thousands waits for a connection instead of opening thousands of them.
    private const int MostConnections = 128;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Creates the default transport: it picks up DNS changes, does not send credentials to another host, and detects dead peers. It does
    /// not decompress: <see cref="ContentDecoding"/> does, and detects truncation.
    /// </summary>
    public static SocketsHttpHandler Create() =>
        new()
        {
            AllowAutoRedirect = false,
            ConnectCallback = ConnectAsync,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = Idle,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingTimeout = PingTimeout,
            MaxConnectionsPerServer = MostConnections,
            PooledConnectionLifetime = Lifetime,
            Proxy = new DirectLoopbackProxy(),
            UseCookies = false,
        };

    /// <summary>
    /// Creates a client over such a transport, without its own time limit, that uses HTTP/2 if the server offers it.
    /// </summary>
    public static HttpClient CreateClient() => Configure(new HttpClient(Create()));

    /// <summary>Configures how a client sends requests: the time limits are those of the call.</summary>
    public static HttpClient Configure(HttpClient http)
    {
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestVersion = System.Net.HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        return http;
    }

    // Connects as .NET does, except for the keep-alive probes: without them, a connection that a router has dropped stays silent forever.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)Idle.TotalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 6);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
