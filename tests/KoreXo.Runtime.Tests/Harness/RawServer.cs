using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// A server below HTTP: it sends the given bytes to whoever connects and hangs up, or at the second request, or sends nothing at all.
/// </summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string? _reply;
    private readonly bool _stays;
    private int _requests;

    private RawServer(string? reply, bool stays = false)
    {
        _reply = reply;
        _stays = stays;
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public TaskCompletionSource Connected { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static RawServer Sending(string reply) => new(reply);

    /// <summary>Answers the first request of each connection, and hangs up without an answer when the second has come.</summary>
    public static RawServer HangingUpOnTheSecond(string reply) => new(reply, stays: true);

    public static RawServer Silent() => new(reply: null);

    /// <summary>Gets how many requests came, over all connections. Each is taken to come in one piece.</summary>
    public int Requests => Volatile.Read(ref _requests);

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
            Interlocked.Increment(ref _requests);
            Connected.TrySetResult();
        }

        if (_reply is null)
        {
            return;
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(_reply));
        if (_stays && await stream.ReadAsync(buffer) > 0)
        {
            Interlocked.Increment(ref _requests);
        }

        client.Dispose();
    }
}
