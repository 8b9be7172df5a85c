using System.Net.Sockets;

namespace KoreXo.Runtime;

/// <summary>The transport of whatever is not given one.</summary>
internal static class TransportHandler
{
    // Enough for any rate that a service allows; a burst of thousands waits for a connection instead of opening thousands of them.
    private const int MostConnections = 128;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The transport of a connection that was given none: it sees changes of addresses, takes no credential to another host, and notices
    /// a peer that is gone. It unpacks nothing: <see cref="ContentDecoding"/> does, and knows whether the end is missing.
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
    /// Creates a client over such a transport, without a time limit of its own, that uses HTTP/2 where the server offers it.
    /// </summary>
    public static HttpClient CreateClient() => Configure(new HttpClient(Create()));

    /// <summary>Sets how a client sends requests: the time limits are those of the call.</summary>
    public static HttpClient Configure(HttpClient http)
    {
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestVersion = System.Net.HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        return http;
    }

    // As the framework connects, but for the probes: without them, a connection that a router has forgotten is silent for ever.
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
