using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>A stream that breaks is a failed call like any other, and a canceled one knows whose token it was.</summary>
public sealed class StreamExitTests
{
    [Theory]
    [InlineData("Content-Encoding: gzip", "this is no gzip")]
    [InlineData("Content-Encoding: br", "this is no br at all")]
    [InlineData("Content-Encoding: deflate", "zzzz")]
    [InlineData("X-A: 1", "data: [1]\n\n")]
    [InlineData("X-A: 1", "data: {\"x\":[[[[[\n\n")]
    public async Task A_stream_that_cannot_be_read(string header, string body)
    {
        using var server = Serve(header, body);
        using var connection = Connect(server);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => ReadAsync(connection, ThingCodec.Instance));

        Assert.Equal((System.Net.HttpStatusCode.OK, true, 1), (fault.Status, fault.MayHaveBeenApplied, fault.Attempts));
    }

    [Fact]
    public async Task A_codec_of_the_callers_that_throws()
    {
        using var server = Serve("X-A: 1", "data: 1\n\n");
        using var connection = Connect(server);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => ReadAsync(connection, new ThrowingCodec()));

        Assert.IsType<FormatException>(fault.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_shows_the_token_that_was_canceled(bool ofTheCall)
    {
        using var server = RawServer.FallingSilentAfter("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\ndata: ");
        using var connection = Connect(server);
        using var cancel = new CancellationTokenSource();
        var reading = ReadAsync(
            connection,
            ThingCodec.Instance,
            ofTheCall ? cancel.Token : CancellationToken.None,
            ofTheCall ? CancellationToken.None : cancel.Token
        );
        await server.Connected.Task;

        await cancel.CancelAsync();

        var fault = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(cancel.Token, fault.CancellationToken);
    }

    private static async Task ReadAsync<T>(
        ApiConnection connection,
        JsonCodec<T> codec,
        CancellationToken ofTheCall = default,
        CancellationToken ofTheEnumeration = default
    )
    {
        var stream = connection.Stream(TestApi.Request(), StreamFormat.Events, codec, null, ofTheCall);
        await foreach (var _ in stream.WithCancellation(ofTheEnumeration))
        {
            // The items do not matter.
        }
    }

    private static RawServer Serve(string header, string body) =>
        RawServer.Sending(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{header}\r\n\r\n{body}"
        );

    private static ApiConnection Connect(RawServer server) =>
        new(
            new KoreXoClientOptions
            {
                Endpoint = server.Endpoint,
                Credential = new ApiKeyCredential("k"),
                MaxRetries = 0,
            }
        );

    private sealed class ThrowingCodec : JsonCodec<int>
    {
        public override int Read(ref Utf8JsonReader reader) => throw new FormatException("no number");

        public override void Write(Utf8JsonWriter writer, int value) => throw new FormatException();
    }
}
