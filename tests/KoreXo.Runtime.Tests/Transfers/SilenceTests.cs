using System.Net;

namespace KoreXo.Runtime.Tests;

/// <summary>However long a transfer takes, it does not wait forever for a server that has fallen silent.</summary>
public sealed class SilenceTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(400);
    private static readonly OperationDescriptor Upload = new(TestApi.Api, "upload", HttpMethod.Post, "/files") { Scopes = [] };

    [Theory]
    [InlineData(null)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")]
    public async Task A_download_ends(string? head)
    {
        using var server = RawServer.FallingSilentAfter(head);
        using var connection = Connect(server.Endpoint);
        var fault = await Assert.ThrowsAsync<KoreXoTimeoutException>(() =>
            new ThingsClient(connection).DownloadAsync(new Uri("/f", UriKind.Relative), new MemoryStream())
        );
        AssertSilence(fault, "KoreXoClientOptions.IdleTimeout");
    }

    [Theory]
    [InlineData(50_000_000)]
    [InlineData(1000)]
    public async Task An_upload_ends(int length)
    {
        using var server = RawServer.FallingSilentAfter(head: null);
        using var connection = Connect(server.Endpoint);
        var fault = await Assert.ThrowsAsync<KoreXoTimeoutException>(() => UploadAsync(connection, length));
        AssertSilence(fault, "KoreXoClientOptions.IdleTimeout");
        Assert.True(fault.MayHaveBeenApplied);
    }

    /// <summary>What the system buffers is sent; then the upload stands still.</summary>
    [Fact]
    public async Task An_upload_that_nobody_reads_ends()
    {
        using var server = RawServer.FallingSilentAfter("HTTP/1.1 100 Continue\r\n\r\n");
        using var connection = Connect(server.Endpoint);
        var sent = new SentBytes();
        var call = new CallOptions { UploadProgress = sent };
        var fault = await Assert.ThrowsAsync<KoreXoTimeoutException>(() => UploadAsync(connection, 50_000_000, call));
        AssertSilence(fault, "KoreXoClientOptions.IdleTimeout");
        Assert.InRange(sent.Bytes, 1, 50_000_000 - 1);
    }

    [Fact]
    public async Task An_upload_over_HTTP_2_that_nobody_reads_ends()
    {
        await using var server = await UnreadingServer.StartAsync();
        using var http = new HttpClient
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var options = new KoreXoClientOptions { Endpoint = server.Endpoint, Credential = new ApiKeyCredential("k") };
        using var connection = new ApiConnection(options, http);
        var sent = new SentBytes();
        // The transport waits a second for leave to send.
        var call = new CallOptions
        {
            IdleTimeout = TimeSpan.FromSeconds(3),
            MaxRetries = 0,
            UploadProgress = sent,
        };
        var fault = await Assert.ThrowsAsync<KoreXoTimeoutException>(() => UploadAsync(connection, 50_000_000, call));
        Assert.Equal("CallOptions.IdleTimeout", fault.Setting);
        Assert.InRange(sent.Bytes, 1, 50_000_000 - 1);
    }

    [Fact]
    public async Task The_limit_of_one_call_is_its_own()
    {
        using var server = RawServer.FallingSilentAfter(head: null);
        using var connection = new ApiConnection(
            new KoreXoClientOptions { Endpoint = server.Endpoint, Credential = new ApiKeyCredential("k") }
        );
        var call = new CallOptions { IdleTimeout = Idle, MaxRetries = 0 };
        AssertSilence(
            await Assert.ThrowsAsync<KoreXoTimeoutException>(() => UploadAsync(connection, 1000, call)),
            "CallOptions.IdleTimeout"
        );
    }

    [Fact]
    public async Task A_response_of_bytes_ends_too()
    {
        using var server = RawServer.FallingSilentAfter("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
        using var connection = Connect(server.Endpoint);
        using var response = await connection.SendBinaryAsync(TestApi.Request(), null, CancellationToken.None);
        Assert.Equal(1000, response.Length);
        var fault = await Assert.ThrowsAsync<IOException>(() => response.Content.CopyToAsync(new MemoryStream()));
        Assert.Contains("KoreXoClientOptions.IdleTimeout", fault.Message);
        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    [Fact]
    public async Task A_slow_transfer_is_no_silence()
    {
        const int Pieces = 12;
        await using var server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                context.Response.ContentLength = Pieces;
                for (var piece = 0; piece < Pieces; piece++)
                {
                    await context.Response.Body.WriteAsync("x"u8.ToArray());
                    await context.Response.Body.FlushAsync();
                    await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, CancellationToken.None);
                }
            }
        );
        using var connection = server.Connect(options => options.IdleTimeout = TimeSpan.FromSeconds(2));
        Assert.Equal(Pieces, await new ThingsClient(connection).DownloadAsync(new Uri("/f", UriKind.Relative), new MemoryStream()));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(413)]
    public async Task A_refusal_is_read_before_a_large_upload_is_sent(int status)
    {
        using var server = RawServer.Sending($"HTTP/1.1 {status} No\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}");
        using var connection = Connect(server.Endpoint);
        var fault = await Assert.ThrowsAnyAsync<KoreXoException>(() => UploadAsync(connection, 50_000_000));
        Assert.Equal((status, false), ((int)fault.Status!, fault.MayHaveBeenApplied));
    }

    [Fact]
    public async Task A_server_that_cannot_be_asked_is_not_asked_again()
    {
        await using var server = await LoopbackServer.StartAsync(
            (context, request) => LoopbackServer.WriteAsync(context, "{}", request.Headers.ContainsKey("Expect") ? 417 : 200)
        );
        using var connection = server.Connect();
        await UploadAsync(connection, 2_000_000);
        Assert.Equal<bool>([true, false], server.Requests.Select(request => request.Headers.ContainsKey("Expect")));
        Assert.Equal(2_000_000, server.Requests[1].Body.Length);
    }

    [Fact]
    public async Task A_small_upload_is_sent_without_asking()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        await UploadAsync(connection, 1000);
        Assert.False(server.Only.Headers.ContainsKey("Expect"));
    }

    private static Task UploadAsync(ApiConnection connection, int length, CallOptions? call = null) =>
        connection.SendAsync(
            new OperationRequest(Upload, "/files") { Body = new BinaryBody(BinaryContent.FromBytes(new byte[length]), "text/plain") },
            call,
            CancellationToken.None
        );

    private static void AssertSilence(KoreXoTimeoutException fault, string setting)
    {
        Assert.Equal((Idle, true), (fault.Limit, fault.IsTransient));
        Assert.Contains($"nothing was sent or received within 00:00:00.4000000 ({setting})", fault.Message);
    }

    private sealed class SentBytes : IProgress<TransferProgress>
    {
        private long _bytes;

        public long Bytes => Volatile.Read(ref _bytes);

        public void Report(TransferProgress value) => Volatile.Write(ref _bytes, value.Bytes);
    }

    private static ApiConnection Connect(Uri endpoint) =>
        new(
            new KoreXoClientOptions
            {
                Endpoint = endpoint,
                Credential = new ApiKeyCredential("k"),
                MaxRetries = 0,
                IdleTimeout = Idle,
            }
        );
}
