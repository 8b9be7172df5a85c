using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>A server below HTTP: it sends the given bytes to whoever connects and hangs up, or sends nothing at all.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string? _reply;

    private RawServer(string? reply)
    {
        _reply = reply;
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public TaskCompletionSource Connected { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static RawServer Sending(string reply) => new(reply);

    public static RawServer Silent() => new(reply: null);

    /// <summary>Gives an address at which nobody listens.</summary>
    public static Uri Nowhere()
    {
        using var server = Silent();
        return server.Endpoint;
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        var stream = client.GetStream();
        var buffer = new byte[64 * 1024];
        if (await stream.ReadAsync(buffer) > 0)
        {
            Connected.TrySetResult();
        }

        if (_reply is not null)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(_reply));
            client.Dispose();
        }
    }
}
