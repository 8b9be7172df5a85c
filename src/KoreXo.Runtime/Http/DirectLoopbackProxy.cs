using System.Net;

namespace KoreXo.Runtime;

/// <summary>
/// The proxy of the environment, except for the local machine: plain http is allowed there because nobody can read it, but a proxy could.
/// </summary>
internal sealed class DirectLoopbackProxy : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => HttpClient.DefaultProxy.Credentials = value;
    }

    /// <summary>Applies it to the handler at the end of a chain, unless that has its own proxy or is in use.</summary>
    public static void Use(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        try
        {
            switch (handler)
            {
                case SocketsHttpHandler { UseProxy: true, Proxy: null } sockets:
                    sockets.Proxy = new DirectLoopbackProxy();
                    break;
                case HttpClientHandler { UseProxy: true, Proxy: null } client:
                    client.Proxy = new DirectLoopbackProxy();
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            // It has already sent something, with the proxy that its owner chose.
        }
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
