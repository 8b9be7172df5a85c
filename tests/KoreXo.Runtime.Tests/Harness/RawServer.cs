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
    private readonly byte[]? _reply;
    private readonly bool _stays;
    private readonly bool _fallsSilent;
    private readonly System.Collections.Concurrent.ConcurrentBag<TcpClient> _clients = []; // one that is forgotten would hang up
    private int _requests;

    private RawServer(byte[]? reply, bool stays = false, bool fallsSilent = false)
    {
        _fallsSilent = fallsSilent;
        _reply = reply;
        _stays = stays;
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public TaskCompletionSource Connected { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static RawServer Sending(string reply) => Sending(Encoding.UTF8.GetBytes(reply));

    public static RawServer Sending(byte[] reply) => new(reply);

    /// <summary>Answers the first request of each connection, and hangs up without an answer when the second has come.</summary>
    public static RawServer HangingUpOnTheSecond(string reply) => new(Encoding.UTF8.GetBytes(reply), stays: true);

    /// <summary>Reads the first piece of a request, sends what is given, and then neither reads nor sends, nor hangs up.</summary>
    public static RawServer FallingSilentAfter(string? head) => new(head is null ? null : Encoding.UTF8.GetBytes(head), fallsSilent: true);

    public static RawServer Silent() => new(reply: null);

    /// <summary>Gets how many requests came, over all connections. Each is taken to come in one piece.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Gives an address at which nobody listens.</summary>
    public static Uri Nowhere()
    {
        using var server = Silent();
        return server.Endpoint;
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var client in _clients)
        {
            client.Dispose();
        }
    }

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
        _clients.Add(client);
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

        await stream.WriteAsync(_reply);
        if (_fallsSilent)
        {
            return;
        }

        if (_stays && await stream.ReadAsync(buffer) > 0)
        {
            Interlocked.Increment(ref _requests);
        }

        client.Dispose();
    }
}
