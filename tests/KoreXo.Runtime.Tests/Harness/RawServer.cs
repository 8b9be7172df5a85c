using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// A server below HTTP: it sends the given bytes to each client and closes the connection, immediately or at the second request, or it
/// sends nothing at all.
/// </summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[]? _reply;
    private readonly bool _stays;
    private readonly bool _fallsSilent;

    // A collected client would close its connection.
    private readonly System.Collections.Concurrent.ConcurrentBag<TcpClient> _clients = [];
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

    /// <summary>Responds to the first request of each connection, and closes it without a response when the second arrives.</summary>
    public static RawServer HangingUpOnTheSecond(string reply) => new(Encoding.UTF8.GetBytes(reply), stays: true);

    /// <summary>Reads the first chunk of a request, sends the given bytes, and then neither reads, sends nor closes.</summary>
    public static RawServer FallingSilentAfter(string? head) => new(head is null ? null : Encoding.UTF8.GetBytes(head), fallsSilent: true);

    public static RawServer Silent() => new(reply: null);

    /// <summary>Gets the number of requests over all connections. Each is assumed to arrive in one chunk.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Returns an address where nothing listens.</summary>
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
            // The test has ended.
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
