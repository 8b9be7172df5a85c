using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>A service on a loopback port that answers each request with the next of its responses, byte for byte.</summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Queue<byte[]> _responses;
    private readonly Task _serving;

    /// <param name="responses">The responses; the last one is repeated.</param>
    public ScriptedService(params byte[][] responses)
    {
        _responses = new Queue<byte[]>(responses);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Endpoint => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Gets the requests, each with its head and its body, one character for each byte.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Gets the addresses that were requested.</summary>
    public IEnumerable<string> Targets => Requests.Select(static request => request.Split(' ')[1]);

    /// <summary>Gets the body of the only request.</summary>
    public string Body => Assert.Single(Requests).Split("\r\n\r\n", 2)[1];

    public static byte[] Json(string body, params string[] headers) => Response("200 OK", "application/json", body, headers);

    public static byte[] Response(string status, string? mediaType, string body, params string[] headers) =>
        Response(status, mediaType, Encoding.UTF8.GetBytes(body), headers);

    public static byte[] Response(string status, string? mediaType, byte[] body, params string[] headers)
    {
        string[] lines =
        [
            $"HTTP/1.1 {status}",
            .. mediaType is null ? [] : (string[])[$"Content-Type: {mediaType}"],
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"),
            "Connection: close",
            .. headers,
        ];
        return [.. Encoding.Latin1.GetBytes(string.Concat(lines.Select(static line => line + "\r\n")) + "\r\n"), .. body];
    }

    /// <summary>Returns the header of the only request; null if it has none of that name.</summary>
    public string? Header(string name) =>
        Assert
            .Single(Requests)
            .Split("\r\n\r\n", 2)[0]
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 1)..].Trim();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_end.Token);
                await using var stream = connection.GetStream();
                Requests.Add(await ReadAsync(stream, _end.Token));
                await stream.WriteAsync(_responses.Count > 1 ? _responses.Dequeue() : _responses.Peek());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or IOException)
        {
            // The test is over, or the client has closed the connection.
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var (text, buffer) = (new StringBuilder(), new byte[16_384]);
        while (!IsWhole(text.ToString()) && await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        if (request.Split("\r\n\r\n", 2) is not [var head, var body])
        {
            return false;
        }

        const string length = "Content-Length: ";
        var line = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith(length, StringComparison.OrdinalIgnoreCase));
        return line is not null
            ? body.Length >= int.Parse(line.AsSpan(length.Length), CultureInfo.InvariantCulture)
            : !head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
                || body.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
    }
}
